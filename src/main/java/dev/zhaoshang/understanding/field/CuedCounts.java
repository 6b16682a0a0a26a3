package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Numbers;
import dev.zhaoshang.understanding.text.Quantity;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Counts of a report: the number nearest to the words of the field, none at all where those are
 * denied; where nothing announces them, the numbers in the order in which they were asked for.
 */
final class CuedCounts implements FieldReader {

  private static final int REACH = 8;
  private static final int MOST = 999;

  private final List<Cue> cues;
  private final Numbers numbers;
  private final Pattern denied;
  private final Pattern deniedAfter;

  CuedCounts(Form form, Lexicon lexicon, Script script) {
    cues = Cue.of(form, script, FieldType.COUNT);
    numbers = new Numbers(lexicon);
    denied = lexicon.pattern("report.denied");
    deniedAfter = lexicon.pattern("report.denied.after");
  }

  private record Pair(Cue cue, Quantity quantity, Span all, int distance) {}

  @Override
  public void read(Reading reading) {
    List<Quantity> all =
        numbers.find(reading.plain()).stream().filter(q -> reading.free(q.span())).toList();
    Set<Quantity> used = new HashSet<>();
    for (Pair pair : pairs(reading, all)) {
      if (!reading.has(pair.cue().field().id()) && used.add(pair.quantity())) {
        put(reading, pair.cue().field(), pair.quantity());
        reading.take(pair.all());
      }
    }
    cues.forEach(cue -> none(reading, cue));
    bare(reading, all.stream().filter(quantity -> !used.contains(quantity)).toList());
  }

  private List<Pair> pairs(Reading reading, List<Quantity> all) {
    List<Pair> pairs = new ArrayList<>();
    for (Clause clause : reading.clauses()) {
      List<Quantity> here = all.stream().filter(q -> begins(clause, q)).toList();
      for (Cue cue : cues) {
        for (Span words : cue.in(reading.plain(), clause.span())) {
          here.forEach(quantity -> pairs.add(pair(cue, words, quantity)));
        }
      }
    }
    pairs.removeIf(pair -> pair.distance() > REACH);
    pairs.sort(Comparator.comparingInt(Pair::distance));
    return pairs;
  }

  /** A comma after the number counts as part of it, but ends the clause. */
  private static boolean begins(Clause clause, Quantity quantity) {
    int from = quantity.span().from();
    return clause.span().from() <= from && from < clause.span().to();
  }

  private static Pair pair(Cue cue, Span words, Quantity quantity) {
    Span number = quantity.span();
    boolean before = number.to() <= words.from();
    int distance = before ? words.from() - number.to() : number.from() - words.to();
    Span all = new Span(Math.min(words.from(), number.from()), Math.max(words.to(), number.to()));
    return new Pair(cue, quantity, all, Math.max(0, distance));
  }

  private static void put(Reading reading, Form.Field field, Quantity quantity) {
    Integer value = quantity.value();
    if (value == null) {
      reading.unclear(field.id(), quantity.span(), "count.vague");
    } else if (value > MOST) {
      reading.unclear(field.id(), quantity.span(), "count.range");
    } else {
      reading.put(field.id(), new Value.Count(value), quantity.span(), 0.9);
    }
  }

  private void none(Reading reading, Cue cue) {
    for (Clause clause : reading.clauses()) {
      for (Span words : cue.in(reading.plain(), clause.span())) {
        String before = reading.plain().substring(clause.span().from(), words.from());
        String after = reading.plain().substring(words.to(), clause.span().to());
        boolean none = denied.matcher(before).find() || deniedAfter.matcher(after).lookingAt();
        if (none && reading.free(words) && !reading.has(cue.field().id())) {
          reading.put(cue.field().id(), new Value.Count(0), words, 0.8);
          reading.take(clause.span());
        }
      }
    }
  }

  private void bare(Reading reading, List<Quantity> left) {
    List<Cue> asked =
        cues.stream()
            .filter(cue -> reading.asked().covers(cue.field().id()))
            .filter(cue -> !reading.has(cue.field().id()))
            .toList();
    for (int i = 0; i < Math.min(asked.size(), left.size()); i++) {
      put(reading, asked.get(i).field(), left.get(i));
      reading.take(left.get(i).span());
    }
  }
}
