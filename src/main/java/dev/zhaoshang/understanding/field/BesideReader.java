package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * While a field of the rep's own words is asked for: what later clauses plainly announce of its
 * neighbours, or of what is required of us. The first clause is the answer, whatever it says.
 */
final class BesideReader implements FieldReader {

  private static final String REQUIREMENTS = "requirements";
  private static final List<String> FIELDS =
      List.of(
          "similarStopReason",
          "similarProblems",
          "similarVolume",
          "similarPrice",
          "similarPolicy",
          "productsPerformance",
          "productsMethod",
          "marketFeedback",
          "wantedScope",
          REQUIREMENTS);

  private final Map<String, Pattern> announced = new LinkedHashMap<>();

  BesideReader(Lexicon lexicon) {
    FIELDS.forEach(field -> announced.put(field, lexicon.pattern("beside." + field)));
  }

  @Override
  public void read(Reading reading) {
    Form.Aspect aspect = reading.asked().aspect();
    if (aspect == null || !reading.asked().freeText()) {
      return;
    }
    for (Clause clause : reading.open()) {
      if (clause.span().from() > 0) {
        clause(reading, clause, aspect);
      }
    }
  }

  private void clause(Reading reading, Clause clause, Form.Aspect aspect) {
    for (Map.Entry<String, Pattern> one : announced.entrySet()) {
      String field = one.getKey();
      boolean near =
          aspect.fields().stream().anyMatch(f -> f.id().equals(field))
              || (field.equals(REQUIREMENTS) && !aspect.id().equals("similar"));
      boolean more = reading.goesOn(field, clause.span());
      if (!near || reading.asked().only(field) || (reading.has(field) && !more)) {
        continue;
      }
      Matcher words = one.getValue().matcher(clause.plain());
      if (words.matches()) {
        int from = clause.span().from();
        String told = words.group("told");
        Span value =
            told == null
                ? clause.span()
                : new Span(from + words.start("told"), from + words.end("told"));
        if (more) {
          reading.extend(field, clause.span());
        }
        reading.putText(field, value, 0.75);
        reading.take(clause.span());
        return;
      }
    }
  }
}
