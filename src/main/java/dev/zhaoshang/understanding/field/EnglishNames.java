package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Gazetteer;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of people in Latin letters: with a title anywhere, else where a clause is nothing else. */
final class EnglishNames {

  private static final String WORD = "\\p{Lu}[\\p{L}'-]+";

  private final Gazetteer gazetteer;
  private final Pattern titled;
  private final Pattern fullTitled;
  private final Pattern bare;
  private final Pattern called;
  private final Pattern fullLabel;
  private final Pattern typedSmall;

  EnglishNames(Lexicon lexicon, Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    String lead = "(?i:(?:" + lexicon.pattern("name.en.lead") + ")[ :]+)*";
    titled =
        Pattern.compile(
            "(?<![\\p{L}])(?i:"
                + lexicon.pattern("name.en.title")
                + ")\\.?\\s+"
                + WORD
                + "(?:(?: "
                + WORD
                + "){2}(?=\\s*(?:[,;:()\u2013-]|$))|(?: "
                + WORD
                + ")?)");
    fullTitled = Pattern.compile("(?i:mr|mrs|ms|miss|dr)\\.?\\s+(?=" + WORD + " " + WORD + ")");
    bare =
        Pattern.compile(
            "(?:[\\p{L}\\s]*?:? |\\p{IsHan}+)??"
                + lead
                + "("
                + WORD
                + "(?:[ -]"
                + WORD
                + "){1,2})(?: (?i:from|of|at|in|with)(?: "
                + WORD
                + "){0,2}| (?i:please|pls|instead|again|speaking|btw))?");
    called = after(lexicon.pattern("name.en.called"));
    fullLabel = after(lexicon.pattern("name.en.full"));
    typedSmall = Pattern.compile(lead + "([\\p{L}'.-]+(?: [\\p{L}'.-]+){0,2})");
  }

  private static Pattern after(Pattern label) {
    return Pattern.compile("(?i:" + label + ")[ :]+(" + WORD + "(?:[ -]" + WORD + "){0,2})");
  }

  void read(Reading reading) {
    boolean full = fullLabel.matcher(reading.text().cased()).find();
    @Nullable Span titledOnly = null;
    for (Clause clause : reading.open()) {
      if (reading.has("name")) {
        return;
      }
      String cased = reading.text().cased().substring(clause.span().from(), clause.span().to());
      Matcher title = titled.matcher(cased);
      Matcher name = bare.matcher(cased);
      Matcher small = typedSmall.matcher(cased);
      Matcher label = (full ? fullLabel : called).matcher(cased);
      if (title.find()) {
        Matcher whole = fullTitled.matcher(title.group());
        int from = whole.lookingAt() ? title.start() + whole.end() : title.start();
        Span found = within(clause, from, title.end());
        if (from > title.start()) {
          put(reading, found);
        } else {
          titledOnly = titledOnly == null ? found : titledOnly;
        }
      } else if (label.find() && !region(label.group(1))) {
        put(reading, within(clause, label.start(1), label.end(1)));
      } else if (titledOnly != null) {
        boolean fuller = name.matches() && sharesWord(reading, titledOnly, name.group(1));
        titledOnly = fuller ? within(clause, name.start(1), name.end(1)) : titledOnly;
      } else if (name.matches() && !region(name.group(1))) {
        put(reading, within(clause, name.start(1), name.end(1)));
      } else if (reading.asked().only("name") && cased.length() < 30 && latin(small, clause)) {
        put(reading, within(clause, small.start(1), small.end(1)));
      }
    }
    if (titledOnly != null && !reading.has("name")) {
      put(reading, titledOnly);
    }
  }

  /** Whether a later name is the full form of "Ms. Li". */
  private static boolean sharesWord(Reading reading, Span titled, String name) {
    List<String> words = List.of(name.split("[ -]"));
    String typed = reading.text().cased().substring(titled.from(), titled.to());
    return Arrays.stream(typed.split("[ .-]+")).anyMatch(words::contains);
  }

  private static boolean latin(Matcher small, Clause clause) {
    return small.matches()
        && clause.plain().charAt(0) < 0x250
        && Character.isUpperCase(small.group(1).charAt(0));
  }

  private boolean region(String name) {
    return gazetteer.find(name.toLowerCase(Locale.ROOT)).stream()
        .anyMatch(r -> r.span().length() == name.length());
  }

  private static Span within(Clause clause, int from, int to) {
    return new Span(clause.span().from() + from, clause.span().from() + to);
  }

  private static void put(Reading reading, Span span) {
    reading.putText("name", span, 0.85);
    reading.take(span);
  }
}
