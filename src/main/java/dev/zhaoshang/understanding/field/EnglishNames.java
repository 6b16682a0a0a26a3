package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Gazetteer;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of people in Latin letters: with a title anywhere, else where a clause is nothing else. */
final class EnglishNames {

  private static final String WORD = "\\p{Lu}[\\p{L}'-]+";

  private final Gazetteer gazetteer;
  private final Pattern titled;
  private final Pattern fullTitled;
  private final Pattern bare;
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
                + "(?: "
                + WORD
                + ")?");
    fullTitled = Pattern.compile("(?i:mr|mrs|ms|miss|dr)\\.?\\s+(?=" + WORD + " " + WORD + ")");
    bare =
        Pattern.compile(
            "(?:[\\p{L}\\s]*? )?"
                + lead
                + "("
                + WORD
                + "(?:[ -]"
                + WORD
                + "){1,2})(?: (?:from|of|at|with))?");
    typedSmall = Pattern.compile(lead + "([\\p{L}'.-]+(?: [\\p{L}'.-]+){0,2})");
  }

  void read(Reading reading) {
    for (Clause clause : reading.open()) {
      if (reading.has("name")) {
        return;
      }
      String cased = reading.text().cased().substring(clause.span().from(), clause.span().to());
      Matcher title = titled.matcher(cased);
      Matcher name = bare.matcher(cased);
      Matcher small = typedSmall.matcher(cased);
      if (title.find()) {
        Matcher full = fullTitled.matcher(title.group());
        int from = full.lookingAt() ? title.start() + full.end() : title.start();
        put(reading, clause, from, title.end());
      } else if (name.matches() && !region(name.group(1))) {
        put(reading, clause, name.start(1), name.end(1));
      } else if (reading.asked().only("name") && cased.length() < 30 && latin(small, clause)) {
        put(reading, clause, small.start(1), small.end(1));
      }
    }
  }

  private static boolean latin(Matcher small, Clause clause) {
    return small.matches()
        && clause.plain().charAt(0) < 0x250
        && Character.isUpperCase(small.group(1).charAt(0));
  }

  private boolean region(String name) {
    return gazetteer.find(name.toLowerCase(java.util.Locale.ROOT)).stream()
        .anyMatch(r -> r.span().length() == name.length());
  }

  private static void put(Reading reading, Clause clause, int from, int to) {
    Span span = new Span(clause.span().from() + from, clause.span().from() + to);
    reading.putText("name", span, 0.85);
    reading.take(span);
  }
}
