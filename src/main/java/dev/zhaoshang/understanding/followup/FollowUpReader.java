package dev.zhaoshang.understanding.followup;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.Typed;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeProblem;
import dev.zhaoshang.understanding.time.TimeReader;
import dev.zhaoshang.understanding.time.TimeReading;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a rep has to do or has promised. Immutable. */
public final class FollowUpReader {

  /** Longer texts tell more than one thing to do. */
  private static final Pattern CLAUSE_END = Pattern.compile("[,\uff0c\u3002\uff1b;\n]|[.] ");

  private static final Pattern APART =
      Pattern.compile("[,\uff0c\u3002\uff1b;\n]\\s*|(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

  private static final int LONGEST = 120;

  /** A moment before all that is told: where only the wording counts, nothing is past. */
  private static final ZonedDateTime WHENEVER = ZonedDateTime.parse("2001-01-01T00:00Z");

  private final Finder ask;
  private final Finder promise;
  private final Finder against;
  private final Finder third;
  private final Pattern repeats;
  private final Pattern edge;
  private final Pattern titled;
  private final Finder begins;
  private final TimeReader times;
  private final Script script;

  /** Takes its words from the lexicon. */
  public FollowUpReader(Lexicon lexicon, Script script) {
    titled = lexicon.pattern("followup.titled");
    ask = lexicon.finder("followup.ask");
    promise = lexicon.finder("followup.promise");
    against = lexicon.finder("followup.against");
    third = lexicon.finder("followup.third");
    repeats = lexicon.pattern("followup.repeats");
    edge = Pattern.compile(lexicon.pattern("followup.edge").pattern(), Pattern.CASE_INSENSITIVE);
    String chinese =
        "(?:" + lexicon.pattern("followup.lead") + ")*(?:" + lexicon.pattern("followup.verb") + ")";
    String english =
        "(?:"
            + lexicon.pattern("followup.lead.en")
            + ")*(?:"
            + lexicon.pattern("followup.verb.en")
            + ")\\b";
    begins = new Finder(Pattern.compile("[\\s,]*(?:" + chinese + "|" + english + ")"));
    times = new TimeReader(lexicon, script);
    this.script = script;
  }

  /** A reader with the packaged lexicon. */
  public static FollowUpReader load() {
    return new FollowUpReader(Lexicon.load(), new HanlpScript());
  }

  /** What the text tells to do, whatever time it is. */
  public Optional<ToDo> read(Typed text) {
    return read(text, WHENEVER);
  }

  /**
   * What the text tells to do.
   *
   * @param now what time it is, in the zone of the one who speaks
   */
  public Optional<ToDo> read(String text, ZonedDateTime now) {
    return read(Typed.of(text, script), now);
  }

  /** The text without the words by which it is to come again and again; the same without such. */
  public String once(String text) {
    Typed typed = Typed.of(text, script);
    Matcher matcher = repeats.matcher(typed.plain());
    if (!matcher.find() || !ask.in(typed.plain())) {
      return text;
    }
    String before = typed.words(0, matcher.start());
    String after = typed.words(matcher.end(), typed.plain().length());
    return (before + " " + after).strip();
  }

  /**
   * The clauses of a text of several that each tell something to do, as typed; none of a text that
   * is one clause.
   */
  public List<String> clauses(String text) {
    List<String> clauses = split(text);
    return clauses.size() < 2
        ? List.of()
        : clauses.stream().filter(one -> read(Typed.of(one, script)).isPresent()).toList();
  }

  /**
   * The clauses of a text that each tell a thing to do with a time of its own, as typed; none
   * unless there are several and nothing else is told.
   *
   * @param now what time it is, in the zone of the one who speaks
   */
  public List<String> each(String text, ZonedDateTime now) {
    List<String> clauses = APART.splitAsStream(text.strip()).toList();
    boolean all =
        clauses.size() > 1
            && clauses.stream()
                .allMatch(
                    one ->
                        read(one, now)
                            .filter(toDo -> toDo.times().first().isPresent())
                            .isPresent());
    return all ? clauses : List.of();
  }

  /**
   * The clauses of a text that each promise something, as typed.
   *
   * @param now what time it is, in the zone of the one who speaks
   */
  public List<String> promises(String text, ZonedDateTime now) {
    return split(text).stream().filter(one -> isPromise(Typed.of(one, script), now)).toList();
  }

  private boolean isPromise(Typed clause, ZonedDateTime now) {
    return promise.in(clause.plain()) && read(clause, now).filter(ToDo::promised).isPresent();
  }

  private static List<String> split(String text) {
    return CLAUSE_END
        .splitAsStream(text)
        .map(String::strip)
        .filter(clause -> !clause.isEmpty())
        .toList();
  }

  /** The people whom the text names by surname and title, as typed. */
  public List<String> people(String text) {
    Typed typed = Typed.of(text, script);
    return titled
        .matcher(typed.plain())
        .results()
        .map(hit -> typed.words(hit.start(), hit.end()))
        .toList();
  }

  private Optional<ToDo> read(Typed text, ZonedDateTime now) {
    String plain = text.plain();
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    boolean asked = ask.in(plain);
    boolean promised = promise.in(plain) && !third.in(plain);
    // Few texts have such words, and only those are worth reading for times.
    if (!asked && !promised && !begins.in(plain)) {
      return Optional.empty();
    }
    TimeReading apart = times.read(text, now, Facing.AHEAD);
    int end = apart.spans().stream().mapToInt(Span::to).max().orElse(0);
    // What follows an hour is what is done then.
    TimeReading reading = isLead(plain.substring(end)) ? apart.gathered() : apart;
    boolean timed = !reading.times().isEmpty() || isMistold(reading, now);
    if (asked || (promised && timed) || (timed && isToldToDo(plain, reading))) {
      String what = what(text, reading);
      return what.chars().noneMatch(Character::isLetter)
          ? Optional.empty()
          : Optional.of(new ToDo(what, promised, asked || promised, reading));
    }
    return Optional.empty();
  }

  /** Whether a time is told that cannot be; one that is past is told of something done. */
  private static boolean isMistold(TimeReading reading, ZonedDateTime now) {
    return reading.unclear().stream()
        .anyMatch(one -> one.problem() != TimeProblem.PAST || !now.equals(WHENEVER));
  }

  /** Whether it begins with what the rep does, or the time is followed by it. */
  private boolean isToldToDo(String plain, TimeReading reading) {
    if (against.in(plain) || third.in(plain)) {
      return false;
    }
    if (begins.pattern().matcher(plain).lookingAt()) {
      return true;
    }
    return reading.spans().stream()
        .anyMatch(
            span ->
                isLead(plain.substring(0, span.from()))
                    && begins
                        .pattern()
                        .matcher(plain)
                        .region(span.to(), plain.length())
                        .lookingAt());
  }

  /** Whether nothing but "I", "then", stops and the like stands there. */
  private boolean isLead(String before) {
    return edge.matcher(before).replaceAll("").isEmpty();
  }

  /** What is left without the words of time and those that ask for a note. */
  private String what(Typed text, TimeReading reading) {
    StringBuilder kept = new StringBuilder(text.plain());
    blank(kept, ask.pattern());
    blank(kept, promise.pattern());
    for (Span span : reading.times().stream().map(when -> when.span()).toList()) {
      blank(kept, span.from(), span.to());
    }
    reading.unclear().forEach(one -> blank(kept, one.span().from(), one.span().to()));
    StringBuilder words = new StringBuilder();
    int from = 0;
    while (from < kept.length()) {
      int to = from;
      while (to < kept.length() && kept.charAt(to) != '\0') {
        to++;
      }
      String part = text.words(from, to);
      if (!part.isEmpty()) {
        words.append(words.isEmpty() ? "" : " ").append(part);
      }
      from = to + 1;
    }
    return bare(joined(words.toString()));
  }

  /** Han characters on both sides need no blank between them. */
  private static String joined(String words) {
    return words.replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "");
  }

  private String bare(String words) {
    String before = words;
    String after = edge.matcher(before).replaceAll("");
    while (!after.equals(before)) {
      before = after;
      after = edge.matcher(before).replaceAll("");
    }
    return after.strip();
  }

  private static void blank(StringBuilder kept, Pattern pattern) {
    Matcher matcher = pattern.matcher(kept.toString());
    if (matcher.find()) {
      blank(kept, matcher.start(), matcher.end());
    }
  }

  private static void blank(StringBuilder kept, int from, int to) {
    for (int i = from; i < to; i++) {
      kept.setCharAt(i, '\0');
    }
  }
}
