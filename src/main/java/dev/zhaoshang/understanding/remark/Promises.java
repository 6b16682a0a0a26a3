package dev.zhaoshang.understanding.remark;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Typed;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeProblem;
import dev.zhaoshang.understanding.time.TimeReader;
import dev.zhaoshang.understanding.time.TimeReading;
import dev.zhaoshang.understanding.time.When;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * Tells payments that are only promised from those that were made: without a word that it is done,
 * a time may be one to come. Money that did not come is not to be booked, so doubt is a promise.
 */
final class Promises {

  private final Finder wish;
  private final Finder done;
  private final Finder limit;
  private final TimeReader times;

  Promises(Lexicon lexicon, TimeReader times) {
    wish = lexicon.finder("payment.wish");
    done = lexicon.finder("payment.done");
    limit = lexicon.finder("payment.limit");
    this.times = times;
  }

  /** Whether a text about a payment tells, or may tell, one that is to come. */
  boolean in(Typed text, ZonedDateTime now) {
    String plain = text.plain();
    if (wish.in(plain) || (limit.in(plain) && !done.in(plain))) {
      return true;
    }
    boolean toCome =
        times.read(text, now, Facing.BACK).times().stream().anyMatch(one -> isAfter(one, now));
    return toCome || (!done.in(plain) && tells(times.read(text, now, Facing.AHEAD)));
  }

  /** Whether times are told of which it is not sure that they have passed. */
  private static boolean tells(TimeReading ahead) {
    return !ahead.times().isEmpty()
        || !ahead.lengths().isEmpty()
        || ahead.unclear().stream().anyMatch(one -> one.problem() != TimeProblem.PAST);
  }

  private static boolean isAfter(When one, ZonedDateTime now) {
    LocalTime part = one.part() == null ? null : one.part().start();
    LocalTime time = one.time() == null ? part : one.time();
    return one.from().isAfter(now.toLocalDate())
        || (one.isOneDay()
            && one.from().equals(now.toLocalDate())
            && time != null
            && time.isAfter(now.toLocalTime()));
  }
}
