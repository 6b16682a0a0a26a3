package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a field of the rep's own words is asked for, the answer is what no other field claims. */
final class FreeTextReader implements FieldReader {

  private final Map<String, Pattern> leads;
  private final Pattern filler;

  FreeTextReader(Lexicon lexicon) {
    filler = lexicon.pattern("text.filler");
    leads =
        Map.ofEntries(
            Map.entry("requirements", lexicon.pattern("requirements.lead")),
            Map.entry("wantedScope", lexicon.pattern("scope.lead")),
            Map.entry("similarPrice", lexicon.pattern("price.lead")),
            Map.entry("similarPolicy", lexicon.pattern("policy.lead")),
            Map.entry("similarProblems", lexicon.pattern("problem.lead")),
            Map.entry("similarStopReason", lexicon.pattern("stop.lead")),
            Map.entry("productsMethod", lexicon.pattern("method.lead")));
  }

  @Override
  public void read(Reading reading) {
    if (!reading.asked().freeText() || reading.asked().field() == null) {
      return;
    }
    String field = reading.asked().field().id();
    if (reading.has(field)) {
      return;
    }
    @Nullable Span whole = whole(reading);
    if (whole == null) {
      return;
    }
    Clause clause = new Clause(whole, reading.plain().substring(whole.from(), whole.to()));
    Pattern lead = leads.get(field);
    Span value = lead == null ? whole : Phrases.afterLead(clause, lead);
    value = repeats(reading, whole, value) ? whole : value;
    reading.putText(field, value, 0.75);
    reading.take(whole);
  }

  /** Whether what leads to the value leads to more of it after a pause: "want this, want that". */
  private static boolean repeats(Reading reading, Span whole, Span value) {
    String lead = reading.plain().substring(whole.from(), value.from()).strip();
    return !lead.isEmpty()
        && (reading.plain().substring(value.from(), value.to()).contains(lead)
            || reading.clauses().stream()
                .filter(c -> c.span().from() > whole.from() && whole.contains(c.span()))
                .anyMatch(c -> c.plain().startsWith(lead)));
  }

  /** The first stretch of open clauses without a claimed word between them. */
  private @Nullable Span whole(Reading reading) {
    List<Clause> run = new ArrayList<>();
    for (Clause clause : reading.open()) {
      if (!run.isEmpty() && run.get(0).span().contains(clause.span())) {
        continue;
      }
      boolean gap = !run.isEmpty() && !reading.free(new Span(last(run), clause.span().from()));
      if (gap) {
        break;
      }
      if (!filler.matcher(clause.plain()).matches() || !run.isEmpty()) {
        run.add(run.isEmpty() ? toItsEnd(reading, clause) : clause);
      }
    }
    while (!run.isEmpty() && filler.matcher(run.get(run.size() - 1).plain()).matches()) {
      run.remove(run.size() - 1);
    }
    return run.isEmpty() ? null : new Span(run.get(0).span().from(), last(run));
  }

  /** The clause in which it stands from there on, whatever another field reads in its middle. */
  private static Clause toItsEnd(Reading reading, Clause part) {
    return reading.clauses().stream()
        .filter(c -> c.span().contains(part.span()) && c.span().from() == part.span().from())
        .findFirst()
        .orElse(part);
  }

  private static int last(List<Clause> run) {
    return run.get(run.size() - 1).span().to();
  }
}
