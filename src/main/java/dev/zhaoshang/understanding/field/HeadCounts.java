package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Numbers;
import dev.zhaoshang.understanding.text.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a text that count people, and which of several holds. Immutable. */
final class HeadCounts {

  private final Numbers numbers;
  private final int reach;
  private final Pattern vagueAfter;
  private final Pattern share;
  private final Pattern past;
  private final Pattern exactBefore;
  private final Pattern exactAfter;
  private final Pattern unit;
  private final Pattern foreign;

  /**
   * Takes its words from the lexicon.
   *
   * @param reach how far from a number the words stand that tell what it counts
   */
  HeadCounts(Lexicon lexicon, Numbers numbers, int reach) {
    this.numbers = numbers;
    this.reach = reach;
    vagueAfter = lexicon.pattern("count.vague.after");
    share = lexicon.pattern("count.not.before");
    past = lexicon.pattern("count.past.before");
    exactBefore = lexicon.pattern("count.exact.before");
    exactAfter = lexicon.pattern("count.exact.after");
    unit = lexicon.pattern("unit.person");
    foreign = lexicon.pattern("unit.other");
  }

  /** The numbers of a part that count people. */
  List<Quantity> in(Reading reading, int from, int to) {
    List<Quantity> counted = new ArrayList<>();
    for (Quantity one : numbers.find(reading.plain().substring(0, to))) {
      if (one.span().from() >= from && counts(reading, one)) {
        boolean vague =
            vagueAfter
                .matcher(reading.plain())
                .region(one.span().to(), reading.plain().length())
                .lookingAt();
        counted.add(vague ? new Quantity(one.span(), null) : one);
      }
    }
    return counted;
  }

  private boolean counts(Reading reading, Quantity one) {
    Matcher other =
        foreign.matcher(reading.plain()).region(one.span().to(), reading.plain().length());
    int start = Math.max(0, one.span().from() - reach);
    String before = reading.plain().substring(start, one.span().from());
    return reading.free(one.span()) && !other.lookingAt() && !share.matcher(before).find();
  }

  /** End of the number with the word for people after it. */
  int withUnit(Reading reading, Quantity number) {
    Matcher after = unit.matcher(reading.plain());
    after.region(number.span().to(), reading.plain().length());
    return after.lookingAt() ? after.end() : number.span().to();
  }

  /** The last exact number that counts people, else one without a unit. */
  Optional<Quantity> best(Reading reading) {
    List<Quantity> all = in(reading, 0, reading.plain().length());
    Comparator<Quantity> order =
        Comparator.<Quantity>comparingInt(q -> q.value() == null ? 0 : 1)
            .thenComparingInt(q -> exact(reading, q) ? 1 : 0)
            .thenComparingInt(q -> old(reading, q) ? 0 : 1)
            .thenComparingInt(q -> person(reading, q) ? 1 : 0)
            .thenComparingInt(q -> -q.span().from());
    return all.stream().max(order);
  }

  /** Whether it is told as the exact number, so that one before it was rough. */
  private boolean exact(Reading reading, Quantity one) {
    String plain = reading.plain();
    int start = Math.max(0, one.span().from() - reach);
    return exactBefore.matcher(plain.substring(start, one.span().from())).find()
        || exactAfter.matcher(plain).region(one.span().to(), plain.length()).lookingAt();
  }

  private boolean old(Reading reading, Quantity one) {
    int start = Math.max(0, one.span().from() - reach);
    return past.matcher(reading.plain().substring(start, one.span().from())).find();
  }

  private boolean person(Reading reading, Quantity one) {
    return unit.matcher(reading.plain())
        .region(one.span().to(), reading.plain().length())
        .lookingAt();
  }
}
