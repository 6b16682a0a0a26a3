package dev.zhaoshang.understanding;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Finder;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.understanding.field.Asked;
import dev.zhaoshang.understanding.field.CuedFields;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Typed;
import java.util.List;

/** Hears a check-in that a rep gives unasked, in one line. Immutable. */
final class VolunteeredReport {

  /** Of so many values it is plain that they are a report. */
  private static final int LEAST = 3;

  private static final int LONGEST = 300;

  private static final List<String> COUNTS = List.of("visitsToday", "callsToday");

  private final CuedFields fields;
  private final Finder counts;
  private final Asked first;

  VolunteeredReport(Content content, CuedFields fields, Lexicon lexicon) {
    this.fields = fields;
    this.counts = lexicon.finder("report.counts");
    this.first = Asked.of(content, "superiorContact");
  }

  /** What it tells; empty when the text is no such report. */
  List<Found> in(Typed text) {
    String plain = text.plain();
    if (plain.length() > LONGEST || !counts.in(plain) || !fields.reads(first)) {
      return List.of();
    }
    List<Found> told = fields.in(text, first).stream().filter(f -> f.value() != null).toList();
    boolean counted = told.stream().anyMatch(f -> COUNTS.contains(f.field()));
    return counted && told.size() >= LEAST ? told : List.of();
  }
}
