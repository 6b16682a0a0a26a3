package dev.zhaoshang.understanding;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Finder;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.field.Asked;
import dev.zhaoshang.understanding.field.Fields;
import dev.zhaoshang.understanding.intent.Corrections;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Typed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/**
 * An answer that mends itself in the middle, such as "six, no, seven": it takes back nothing that
 * was told before, so it is an answer still. Immutable.
 */
final class Repairs {

  private final Content content;
  private final Fields fields;
  private final Corrections corrections;
  private final Finder sign;

  Repairs(Content content, Lexicon lexicon, Fields fields, Corrections corrections) {
    this.content = content;
    this.fields = fields;
    this.corrections = corrections;
    this.sign = lexicon.finder("repair");
  }

  /** What stands after the repair; empty when the text is none. */
  Optional<List<Found>> in(Typed typed, Asked question) {
    if (!sign.in(typed.plain())) {
      return Optional.empty();
    }
    Matcher middle = sign.pattern().matcher(typed.plain());
    if (!middle.find() || corrections.in(typed.plain().substring(0, middle.start()))) {
      return Optional.empty();
    }
    List<Found> first = fields.in(typed.without(middle.start(), typed.plain().length()), question);
    Typed rest = typed.without(0, middle.end());
    List<Found> later = fields.in(rest, question);
    if (told(first) && !told(later)) {
      later = fields.in(rest, Asked.of(content, first.get(first.size() - 1).field()));
    }
    return told(first) && told(later) ? Optional.of(merged(first, later)) : Optional.empty();
  }

  /** Whether the question is answered before the text sets one thing against another. */
  boolean answeredBefore(Typed typed, Asked question) {
    int at = corrections.setsApartAt(typed.plain());
    return at > 0
        && !question.freeText()
        && fields.in(typed.without(at, typed.plain().length()), question).stream()
            .anyMatch(f -> f.value() != null && question.covers(f.field()));
  }

  private static boolean told(List<Found> found) {
    return found.stream().anyMatch(f -> f.value() != null);
  }

  private static List<Found> merged(List<Found> first, List<Found> later) {
    List<Found> merged = new ArrayList<>();
    for (Found one : first) {
      boolean again = later.stream().anyMatch(f -> f.field().equals(one.field()));
      boolean moved = later.stream().anyMatch(f -> same(one, f));
      if (!again && !moved) {
        merged.add(one.value() instanceof Value.Items items ? left(one, items, later) : one);
      }
    }
    merged.addAll(later);
    return merged;
  }

  /** Whether a number or a word stands again, for another field. */
  private static boolean same(Found one, Found other) {
    return one.value() != null && one.value().equals(other.value());
  }

  /** The items that no other field has now. */
  private static Found left(Found one, Value.Items items, List<Found> later) {
    List<String> moved =
        later.stream()
            .flatMap(f -> f.value() instanceof Value.Items other ? other.raw().stream() : null)
            .toList();
    List<String> all = items.raw();
    int[] kept = IntStream.range(0, all.size()).filter(i -> !moved.contains(all.get(i))).toArray();
    if (kept.length == 0 || kept.length == all.size()) {
      return one;
    }
    List<String> codes = one.codes().size() == all.size() ? one.codes() : List.of();
    return new Found(
        one.field(),
        new Value.Items(picked(all, kept)),
        one.words(),
        codes.isEmpty() ? codes : picked(codes, kept),
        one.confidence(),
        null);
  }

  private static List<String> picked(List<String> all, int[] kept) {
    return Arrays.stream(kept).mapToObj(all::get).toList();
  }
}
