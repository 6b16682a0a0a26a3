package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.List;
import java.util.regex.Pattern;

/** What the distributor asks of us, where it is announced while something else is asked. */
final class RequirementsReader implements FieldReader {

  private static final int LONGEST_MORE = 20;

  private final Pattern sure;
  private final Pattern lead;
  private final Pattern list;

  RequirementsReader(Lexicon lexicon) {
    sure = lexicon.pattern("requirements.sure");
    lead = lexicon.pattern("requirements.lead");
    list = lexicon.pattern("requirements.list");
  }

  /** Whether nothing that another field has read stands between, or in, the next clause. */
  private static boolean goesOn(Reading reading, Clause clause, Clause next) {
    return next.plain().length() <= LONGEST_MORE
        && reading.free(new Span(clause.span().to(), next.span().to()));
  }

  /** Where it ends: one clause more, or all that go on where it only says how many there are. */
  private int lastOf(Reading reading, List<Clause> open, int first) {
    boolean listed = list.matcher(open.get(first).plain()).matches();
    int last = first;
    while (last + 1 < open.size()
        && (listed || last == first)
        && goesOn(reading, open.get(last), open.get(last + 1))) {
      last++;
    }
    return last;
  }

  @Override
  public void read(Reading reading) {
    if (reading.asked().freeText()) {
      return;
    }
    List<Clause> open = reading.open();
    for (int i = 0; i < open.size(); i++) {
      Clause clause = open.get(i);
      if (!reading.has("requirements") && sure.matcher(clause.plain()).matches()) {
        int last = lastOf(reading, open, i);
        int to = open.get(last).span().to();
        Span value = new Span(Phrases.afterLead(clause, lead).from(), to);
        reading.putText("requirements", value, 0.8);
        reading.take(new Span(clause.span().from(), to));
      }
    }
  }
}
