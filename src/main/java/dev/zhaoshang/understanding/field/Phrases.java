package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the words that lead to a value, or trail it, from a clause. */
final class Phrases {

  /** A lead longer than this is none; it also bounds how deep a pattern recurses. */
  private static final int LEAD_MOST = 60;

  private Phrases() {}

  /** The clause after its lead; the whole clause when it has none or is nothing else. */
  static Span afterLead(Clause clause, Pattern lead) {
    int reach = Math.min(LEAD_MOST, clause.plain().length());
    Matcher matcher = lead.matcher(clause.plain()).region(0, reach);
    boolean cut = matcher.lookingAt() && matcher.end() < clause.plain().length();
    int from = cut ? matcher.end() : 0;
    while (from < clause.plain().length() - 1 && " :,".indexOf(clause.plain().charAt(from)) >= 0) {
      from++;
    }
    return new Span(clause.span().from() + from, clause.span().to());
  }

  /** The part before its tail, when something is left. */
  static Span beforeTail(Reading reading, Span span, Pattern tail) {
    Matcher matcher = tail.matcher(reading.plain()).region(span.from(), span.to());
    return matcher.find() && matcher.start() > span.from()
        ? reading.trimmed(span.from(), matcher.start())
        : span;
  }
}
