package dev.zhaoshang.understanding.field;

import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.Typed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text while its fields are looked for: what was found, and which characters are spoken for.
 */
final class Reading {

  private final Typed text;
  private final Asked asked;
  private final List<Clause> clauses;
  private final BitSet taken = new BitSet();
  private final Map<String, Found> found = new LinkedHashMap<>();
  private final Map<String, Span> texts = new HashMap<>();

  Reading(Typed text, Asked asked, List<Clause> clauses) {
    this.text = text;
    this.asked = asked;
    this.clauses = clauses;
  }

  Typed text() {
    return text;
  }

  String plain() {
    return text.plain();
  }

  Asked asked() {
    return asked;
  }

  List<Clause> clauses() {
    return clauses;
  }

  boolean has(String field) {
    return found.containsKey(field);
  }

  List<Found> found() {
    return new ArrayList<>(found.values());
  }

  /** Whether a name or a company is to be expected: nothing else is asked, or a number was told. */
  boolean tellsOfContact() {
    boolean number = has("mobile") || has("officePhone");
    return asked.aspect() == null || asked.about("contact") || (number && !asked.freeText());
  }

  /** Whether no character of it is spoken for. */
  boolean free(Span span) {
    int next = taken.nextSetBit(span.from());
    return next < 0 || next >= span.to();
  }

  void take(Span span) {
    taken.set(span.from(), span.to());
  }

  /** The clauses, or what is left of them, that nobody has spoken for. */
  List<Clause> open() {
    List<Clause> open = new ArrayList<>();
    for (Clause clause : clauses) {
      int from = clause.span().from();
      while (from < clause.span().to()) {
        int start = taken.nextClearBit(from);
        int stop = taken.nextSetBit(start);
        int end = stop < 0 ? clause.span().to() : Math.min(stop, clause.span().to());
        if (start < end) {
          part(start, end, open);
        }
        from = Math.max(end, start + 1);
      }
    }
    return open;
  }

  private void part(int from, int to, List<Clause> open) {
    Span span = trimmed(from, to);
    if (span.length() > 0) {
      open.add(new Clause(span, plain().substring(span.from(), span.to())));
    }
  }

  /** The part without blanks and punctuation at its ends. */
  Span trimmed(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && edge(plain().charAt(start))) {
      start++;
    }
    while (end > start && edge(plain().charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private static boolean edge(char c) {
    return Character.isWhitespace(c)
        || ",;:!?\u3002\u3001\uFF1A\u2026\u201C\u201D\u300C\u300D\u300E\u300F\u300A\u300B\"'"
                .indexOf(c)
            >= 0;
  }

  /** The first reading of a field stands; a later one does not replace it. */
  void put(String field, Value value, Span words, double confidence) {
    put(new Found(field, value, text.words(words), List.of(), confidence, null));
  }

  void put(Found one) {
    found.putIfAbsent(one.field(), one);
  }

  /** Another field has the same value, as those words say. */
  void copy(String from, String to, Span words) {
    Found one = found.get(from);
    if (one != null && one.value() != null) {
      put(to, one.value(), words, one.confidence());
      take(words);
    }
  }

  /** The words name the field but cannot be read. */
  void unclear(String field, Span words, @Nullable String problem) {
    put(new Found(field, null, text.words(words), List.of(), 0.3, problem));
  }

  void putText(String field, Span words, double confidence) {
    String typed = text.words(words);
    if (!typed.isEmpty()) {
      texts.putIfAbsent(field, words);
      put(field, new Value.Text(typed), words, confidence);
    }
  }

  /** Whether that clause goes on with the text of the field: nothing else stands between them. */
  boolean goesOn(String field, Span clause) {
    Span told = texts.get(field);
    return told != null
        && clause.from() >= told.to()
        && clauses.stream()
            .noneMatch(c -> c.span().from() >= told.to() && c.span().from() < clause.from());
  }

  /** The text of the field goes on to the end of that clause. */
  void extend(String field, Span clause) {
    Found one = found.remove(field);
    Span told = texts.remove(field);
    if (one != null && told != null) {
      putText(field, new Span(told.from(), clause.to()), one.confidence());
    }
  }
}
