package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.Typed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the choices of a field are named in a text, and how: denied, past, leading. */
final class Mentions {

  /**
   * One mention.
   *
   * @param choice id of the choice
   * @param span where it stands
   * @param denied whether it is ruled out
   * @param past whether it is told of the past only
   * @param leads whether it is said to come first
   */
  record Mention(String choice, Span span, boolean denied, boolean past, boolean leads) {}

  private static final int REACH = 4;
  private static final int LATIN_REACH = 20;

  /**
   * A word of a choice.
   *
   * @param letters of what stands in every text in which the pattern is found; may be none
   */
  private record Word(String choice, long letters, Pattern pattern) {}

  /**
   * The letters of a text, as a set that may have more: most words are ruled out by it at the cost
   * of one comparison.
   */
  private static long letters(String text) {
    long letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters |= 1L << text.charAt(i);
    }
    return letters;
  }

  private final List<Word> words;
  private final Pattern negation;
  private final Pattern negationAfter;
  private final Pattern past;
  private final Pattern lead;
  private final Pattern leadBefore;
  private final Pattern leadStart;
  private final Pattern counted;
  private final Pattern joined;

  Mentions(Form.Field field, Lexicon lexicon, Script script) {
    negation = Pattern.compile("(?:" + lexicon.pattern("negation") + ")\\s*(?:a |an |the |any )?$");
    negationAfter = lexicon.pattern("negation.after");
    past = lexicon.pattern("past");
    lead = lexicon.pattern("lead");
    leadStart = lexicon.pattern("lead.start");
    joined = lexicon.pattern("region.and");
    counted = lexicon.pattern("choice.counted");
    leadBefore = lexicon.pattern("lead.before");
    words =
        field.choices().stream()
            .flatMap(choice -> words(field.id(), choice, lexicon, script))
            .toList();
  }

  private static Stream<Word> words(
      String field, Form.Choice choice, Lexicon lexicon, Script script) {
    Stream<Word> typed =
        Stream.concat(Stream.of(choice.label().zh(), choice.label().en()), choice.also().stream())
            .map(word -> Typed.of(word, script).plain())
            .map(word -> new Word(choice.id(), letters(word), pattern(word)));
    Stream<Word> known =
        lexicon.find("choice." + field + "." + choice.id()).stream()
            .map(pattern -> new Word(choice.id(), letters(""), pattern));
    return Stream.concat(typed, known);
  }

  private static Pattern pattern(String plain) {
    String quoted = Pattern.quote(plain);
    String start = latin(plain.charAt(0)) ? "(?<![a-z])" : "";
    String end = latin(plain.charAt(plain.length() - 1)) ? "(?![a-z])" : "";
    return Pattern.compile(start + quoted + end);
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** The mentions in a part of a text, in order; of overlapping ones the longest. */
  List<Mention> in(Reading reading, Span part) {
    record Hit(String choice, Span span) {}
    List<Hit> hits = new ArrayList<>();
    long letters = letters(reading.plain().substring(part.from(), part.to()));
    for (Word word : words) {
      if ((word.letters() & ~letters) != 0) {
        continue;
      }
      Matcher matcher = word.pattern().matcher(reading.plain());
      matcher.region(part.from(), part.to()).useTransparentBounds(true);
      while (matcher.find()) {
        hits.add(new Hit(word.choice(), new Span(matcher.start(), matcher.end())));
      }
    }
    hits.sort(Comparator.comparingInt(hit -> -hit.span().length()));
    List<Hit> kept = new ArrayList<>();
    for (Hit hit : hits) {
      boolean fresh = kept.stream().noneMatch(k -> k.span().overlaps(hit.span()));
      if (fresh && reading.free(hit.span()) && !counted(reading, hit.span())) {
        kept.add(hit);
      }
    }
    kept.sort(Comparator.comparingInt(hit -> hit.span().from()));
    List<Mention> found = new ArrayList<>();
    int from = part.from();
    for (int i = 0; i < kept.size(); i++) {
      Hit hit = kept.get(i);
      int next = i + 1 < kept.size() ? kept.get(i + 1).span().from() : -1;
      Mention one = mention(reading, hit.choice(), hit.span(), part, from, next);
      found.add(one);
      // Words that make it lead do not make the next one lead too.
      from = one.leads() ? hit.span().to() + REACH : from;
    }
    return found;
  }

  /** Whether a word such as "individual" is the tail of "20 people". */
  private boolean counted(Reading reading, Span span) {
    String near = reading.plain().substring(Math.max(0, span.from() - 1), span.to());
    return counted.matcher(near).lookingAt();
  }

  private Mention mention(
      Reading reading, String choice, Span span, Span part, int free, int next) {
    String before = reading.plain().substring(part.from(), span.from());
    String after = after(reading.plain(), span, part, next);
    int reach = latin(reading.plain().charAt(span.from())) ? LATIN_REACH : 2 * REACH;
    String near = after.substring(0, Math.min(after.length(), reach));
    String led = free < span.from() ? reading.plain().substring(free, span.from()) : "";
    boolean denied = negation.matcher(before).find() || negationAfter.matcher(near).find();
    boolean old = past.matcher(before).find();
    String words = reading.plain().substring(span.from(), span.to());
    boolean leads =
        leadStart.matcher(words).lookingAt()
            || lead.matcher(near).find()
            || leadBefore.matcher(led).find();
    return new Mention(choice, span, denied, old, leads);
  }

  /** What follows it up to the next mention, unless "and" joins them, or words that deny that. */
  private String after(String plain, Span span, Span part, int next) {
    if (next > span.to()) {
      String between = plain.substring(span.to(), next);
      Matcher denies = negation.matcher(between);
      if (!joined.matcher(between).matches()) {
        return denies.find() ? between.substring(0, denies.start()) : between;
      }
    }
    return plain.substring(span.to(), part.to());
  }

  /** Ids of the choices that stand. */
  static List<String> standing(List<Mention> mentions) {
    return mentions.stream()
        .filter(m -> !m.denied() && !m.past())
        .map(Mention::choice)
        .distinct()
        .collect(Collectors.toList());
  }

  /** Ids of the choices that are not ruled out, even if told of the past. */
  static List<String> undenied(List<Mention> mentions) {
    return mentions.stream()
        .filter(m -> !m.denied())
        .map(Mention::choice)
        .distinct()
        .collect(Collectors.toList());
  }

  /** Ids of the choices that are said to come first. */
  static List<String> leading(List<Mention> mentions) {
    return mentions.stream()
        .filter(m -> m.leads() && !m.denied() && !m.past())
        .map(Mention::choice)
        .distinct()
        .collect(Collectors.toList());
  }
}
