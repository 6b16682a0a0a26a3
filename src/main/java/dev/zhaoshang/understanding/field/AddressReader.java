package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Gazetteer;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Postal addresses: a road or building with a number, or whatever follows an address label. */
final class AddressReader implements FieldReader {

  private static final int SHORTEST = 4;

  private final Gazetteer gazetteer;
  private final Pattern strong;
  private final Pattern core;
  private final Pattern lead;
  private final Pattern label;
  private final Pattern tail;
  private final Pattern english;
  private final Pattern goesOn;

  AddressReader(Lexicon lexicon, Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    strong = lexicon.pattern("address.strong");
    core = lexicon.pattern("address.core");
    lead = lexicon.pattern("address.lead");
    label = lexicon.pattern("address.label");
    tail = lexicon.pattern("address.tail");
    goesOn = lexicon.pattern("address.goeson");
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
    int last = clause.span().from() + to;
    int first = from == 0 ? earlier(reading, clause) : clause.span().from() + from;
    take(reading, first, to == clause.plain().length() ? further(reading, clause, last) : last);
  }

  /** Start of the region that stands alone before the road. */
  private int earlier(Reading reading, Clause road) {
    int first = road.span().from();
    for (Clause clause : reading.open()) {
      boolean before = clause.span().to() < first && clause.span().to() >= first - 2;
      boolean region =
          gazetteer.find(clause.plain()).stream()
              .anyMatch(r -> r.span().length() == clause.plain().length());
      if (before && region) {
        return clause.span().from();
      }
    }
    return first;
  }

  /** End of the clauses that go on with the address after a blank, where one is asked for. */
  private int further(Reading reading, Clause first, int end) {
    int last = end;
    if (!reading.asked().only("address") && !label.matcher(first.plain()).find()) {
      return last;
    }
    for (Clause clause : reading.open()) {
      boolean next = clause.span().from() >= last && clause.span().from() <= last + 2;
      if (next && goesOn.matcher(clause.plain()).matches()) {
        last = clause.span().to();
      }
    }
    return last;
  }

  private static void take(Reading reading, int from, int to) {
    Span span = reading.trimmed(from, to);
    if (span.length() > 0) {
      reading.putText("address", span, 0.9);
      reading.take(span);
    }
  }
}
