package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notes of a report: from a clause that begins with the words of a field up to the one that begins
 * with those of the next. What nothing announces belongs to the notes that are asked for; where
 * none are, it is left to the readers of counts and choices, and then to words within a clause.
 */
final class CuedNotes implements FieldReader {

  private final List<Cue> cues;
  private final List<Cue> counts;
  private final Pattern none;
  private final Pattern lead;
  private final boolean first;

  /**
   * Reads the notes of a form.
   *
   * @param first whether it runs before the readers of choices and counts
   */
  CuedNotes(Form form, Lexicon lexicon, Script script, boolean first) {
    this.cues = Cue.of(form, script, FieldType.NOTES, FieldType.TEXT);
    this.counts = Cue.of(form, script, FieldType.COUNT);
    this.none = lexicon.pattern("report.none");
    this.lead = lexicon.pattern("report.lead");
    this.first = first;
  }

  @Override
  public void read(Reading reading) {
    Map<Cue, List<Span>> notes = new LinkedHashMap<>();
    @Nullable Cue current = null;
    Optional<Cue> asked = asked(reading);
    for (Clause clause : reading.clauses()) {
      Optional<Cue> announced = announced(reading, clause, asked.isPresent());
      boolean ends = !reading.free(clause.span()) || counts(reading, clause, asked.isPresent());
      if (announced.isPresent() && announced.get() != current) {
        current = announced.get();
        notes.computeIfAbsent(current, c -> new ArrayList<>()).add(clause.span());
      } else if (ends) {
        current = null;
      } else if (current != null) {
        extend(notes.getOrDefault(current, List.of()), clause.span());
      } else if (asked.isPresent()) {
        current = asked.get();
        notes.computeIfAbsent(current, c -> new ArrayList<>()).add(clause.span());
      }
      current = current != null && isNone(reading, current, clause.span()) ? null : current;
    }
    notes.forEach((cue, spans) -> put(reading, cue, spans));
  }

  private Optional<Cue> asked(Reading reading) {
    return cues.stream().filter(cue -> reading.asked().covers(cue.field().id())).findFirst();
  }

  private static void extend(List<Span> spans, Span more) {
    int last = spans.size() - 1;
    spans.set(last, new Span(spans.get(last).from(), more.to()));
  }

  /** Whether the clause begins with the words of a count. */
  private boolean counts(Reading reading, Clause clause, boolean asked) {
    return !asked
        && counts.stream()
            .flatMap(cue -> cue.in(reading.plain(), clause.span()).stream())
            .anyMatch(span -> span.from() == clause.span().from());
  }

  private Optional<Cue> announced(Reading reading, Clause clause, boolean asked) {
    return cues.stream()
        .filter(
            cue ->
                cue.in(reading.plain(), clause.span()).stream()
                    .anyMatch(words -> announces(reading, cue, clause, words, asked)))
        .findFirst();
  }

  private boolean announces(Reading reading, Cue cue, Clause clause, Span words, boolean asked) {
    boolean begins = words.from() == clause.span().from();
    if (isNone(reading, cue, clause.span())) {
      return true;
    }
    if (!begins) {
      return !first && !asked && reading.free(clause.span());
    }
    Matcher after = lead.matcher(reading.plain()).region(words.to(), clause.span().to());
    return !asked || reading.clauses().size() > 1 || after.lookingAt();
  }

  private void put(Reading reading, Cue cue, List<Span> spans) {
    List<String> texts = new ArrayList<>();
    for (Span span : spans) {
      Span value = value(reading, cue, span);
      String typed = reading.text().words(value);
      boolean text = cue.field().type() == FieldType.TEXT;
      if (!typed.isEmpty() && (text || !isNone(reading, cue, value))) {
        texts.add(typed);
      }
      reading.take(span);
    }
    Value value =
        cue.field().type() == FieldType.TEXT && !texts.isEmpty()
            ? new Value.Text(String.join("; ", texts))
            : new Value.Items(texts);
    reading.put(cue.field().id(), value, spans.get(0), 0.8);
  }

  /** Without the words that only announce it: "problems: …". */
  private Span value(Reading reading, Cue cue, Span span) {
    List<Span> found = cue.in(reading.plain(), span);
    if (found.isEmpty() || found.get(0).from() != span.from()) {
      return span;
    }
    Matcher after = lead.matcher(reading.plain()).region(found.get(0).to(), span.to());
    return after.lookingAt() && after.end() < span.to() ? new Span(after.end(), span.to()) : span;
  }

  private boolean isNone(Reading reading, Cue cue, Span span) {
    StringBuilder rest = new StringBuilder(reading.plain().substring(span.from(), span.to()));
    List<Span> found = cue.in(reading.plain(), span);
    for (int i = found.size() - 1; i >= 0; i--) {
      rest.delete(found.get(i).from() - span.from(), found.get(i).to() - span.from());
    }
    return none.matcher(rest.toString().strip()).matches();
  }
}
