package dev.zhaoshang.command;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what was understood of intake lines with their gold. */
final class IntakeScore {

  /** A line that was misread, and how. */
  record Miss(IntakeLine line, String intent, Map<String, Object> fields, List<String> wrong) {}

  private final Form form;
  private final Map<String, Tally> fields = new LinkedHashMap<>();
  private final Map<String, Integer> intents = new LinkedHashMap<>();
  private final List<Miss> misses = new ArrayList<>();
  private int lines;
  private int intentsRight;
  private int asides;
  private int overwritten;

  IntakeScore(Form form) {
    this.form = form;
    form.aspects().forEach(a -> a.fields().forEach(f -> fields.put(f.id(), new Tally())));
  }

  /** Counts one line. */
  void add(IntakeLine line, Meaning meaning) {
    String intent = intent(meaning);
    Map<String, Object> predicted = predicted(meaning);
    lines++;
    boolean same = intent.equals(line.intent());
    intentsRight += same ? 1 : 0;
    List<String> wrong = new ArrayList<>();
    if (!same) {
      intents.merge(line.intent() + " -> " + intent, 1, Integer::sum);
      wrong.add("intent");
    }
    Set<String> ids = new TreeSet<>(line.gold().keySet());
    ids.addAll(predicted.keySet());
    ids.forEach(id -> compare(id, line, predicted, wrong));
    boolean aside = !line.intent().equals("answer") && !line.intent().equals("correct");
    asides += aside ? 1 : 0;
    overwritten += aside && !line.gold().keySet().containsAll(predicted.keySet()) ? 1 : 0;
    if (!wrong.isEmpty()) {
      misses.add(new Miss(line, intent, predicted, wrong));
    }
  }

  private void compare(
      String id, IntakeLine line, Map<String, Object> predicted, List<String> wrong) {
    Tally tally = fields.computeIfAbsent(id, key -> new Tally());
    Object gold = line.gold().get(id);
    Object got = predicted.get(id);
    if (gold != null && got != null && right(id, gold, got)) {
      tally.hit();
      return;
    }
    wrong.add(id);
    if (gold != null) {
      tally.missed();
    }
    if (got != null) {
      tally.spurious();
    }
  }

  private boolean right(String id, Object gold, Object got) {
    Form.FieldType type = form.field(id).map(Form.Field::type).orElse(Form.FieldType.TEXT);
    return ValueMatch.right(type, gold, got);
  }

  /** The intent as the format writes it. */
  static String intent(Meaning meaning) {
    return meaning.intent() == Intent.OBJECTION && !meaning.fired().isEmpty()
        ? "objection:" + meaning.fired().get(0)
        : meaning.intent().name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The values that were written, by field id. */
  static Map<String, Object> predicted(Meaning meaning) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Found found : meaning.fields()) {
      Value value = found.value();
      if (value != null) {
        values.put(found.field(), value.raw());
      }
    }
    return values;
  }

  /** By field id, in the order of the form. */
  Map<String, Tally> fields() {
    return fields;
  }

  /** How often one intent was taken for another. */
  Map<String, Integer> intents() {
    return intents;
  }

  /** The lines that were misread. */
  List<Miss> misses() {
    return misses;
  }

  /** All fields together. */
  Tally total() {
    Tally total = new Tally();
    fields.values().forEach(total::add);
    return total;
  }

  int lines() {
    return lines;
  }

  /** Share of lines whose intent is right. */
  double intentAccuracy() {
    return lines == 0 ? 0 : intentsRight / (double) lines;
  }

  /** Share of turns that state nothing in which a field outside the gold was written. */
  double wrongOverwrite() {
    return asides == 0 ? 0 : overwritten / (double) asides;
  }
}
