package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Postal addresses: a road or building with a number, or whatever follows an address label. */
final class AddressReader implements FieldReader {

  private static final int SHORTEST = 4;

  private final Pattern strong;
  private final Pattern core;
  private final Pattern lead;
  private final Pattern label;
  private final Pattern tail;
  private final Pattern english;

  AddressReader(Lexicon lexicon) {
    strong = lexicon.pattern("address.strong");
    core = lexicon.pattern("address.core");
    lead = lexicon.pattern("address.lead");
    label = lexicon.pattern("address.label");
    tail = lexicon.pattern("address.tail");
    english = lexicon.pattern("address.en");
  }

  @Override
  public void read(Reading reading) {
    Matcher latin = english.matcher(reading.plain());
    if (latin.find() && reading.free(new Span(latin.start(), latin.end()))) {
      take(reading, latin.start(), latin.end());
      return;
    }
    for (Clause clause : reading.open()) {
      boolean labelled = label.matcher(clause.plain()).find();
      boolean asked = reading.asked().only("address");
      boolean plausible =
          reading.asked().aspect() == null || reading.asked().about("contact") || labelled;
      if (plausible && strong.matcher(clause.plain()).matches()) {
        chinese(reading, clause);
        return;
      }
      if ((labelled || asked)
          && clause.plain().length() >= SHORTEST
          && core.matcher(clause.plain()).find()) {
        chinese(reading, clause);
        return;
      }
    }
  }

  private void chinese(Reading reading, Clause clause) {
    Matcher start = lead.matcher(clause.plain());
    int from = start.lookingAt() ? start.end() : 0;
    Matcher end = tail.matcher(clause.plain());
    int to =
        end.find(Math.min(from + 1, clause.plain().length()))
            ? end.start()
            : clause.plain().length();
    take(reading, clause.span().from() + from, clause.span().from() + to);
  }

  private static void take(Reading reading, int from, int to) {
    Span span = reading.trimmed(from, to);
    if (span.length() > 0) {
      reading.putText("address", span, 0.9);
      reading.take(span);
    }
  }
}
