package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.regex.Pattern;

/** What the distributor asks of us, where it is announced while something else is asked. */
final class RequirementsReader implements FieldReader {

  private final Pattern sure;
  private final Pattern lead;

  RequirementsReader(Lexicon lexicon) {
    sure = lexicon.pattern("requirements.sure");
    lead = lexicon.pattern("requirements.lead");
  }

  @Override
  public void read(Reading reading) {
    if (reading.asked().freeText()) {
      return;
    }
    for (Clause clause : reading.open()) {
      if (!reading.has("requirements") && sure.matcher(clause.plain()).matches()) {
        reading.putText("requirements", Phrases.afterLead(clause, lead), 0.8);
        reading.take(clause.span());
      }
    }
  }
}
