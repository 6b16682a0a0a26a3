package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.time.DaySense.Days;
import dev.zhaoshang.understanding.time.DaySense.Reference;
import dev.zhaoshang.understanding.time.Groups.Group;
import dev.zhaoshang.understanding.time.Piece.Stretch;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes times of groups of pieces. Lives for one text. */
final class Composer {

  private final ZonedDateTime now;
  private final Facing facing;
  private final List<When> times = new ArrayList<>();
  private final List<Length> lengths = new ArrayList<>();
  private final List<Unclear> unclear = new ArrayList<>();

  Composer(ZonedDateTime now, Facing facing) {
    this.now = now;
    this.facing = facing;
  }

  TimeReading compose(List<Group> groups) {
    @Nullable When last = null;
    for (Group group : groups) {
      if (last != null && group.joined() && group.stretch() == null) {
        times.remove(times.size() - 1);
        last = joined(last, group);
      } else {
        last = one(group);
      }
      if (last != null) {
        times.add(last);
      }
    }
    return new TimeReading(times, lengths, unclear);
  }

  private @Nullable When one(Group group) {
    Stretch stretch = group.stretch();
    if (stretch != null) {
      return stretched(group, stretch);
    }
    if (group.vague()) {
      return wrong(group.span(), TimeProblem.VAGUE);
    }
    boolean doubtful =
        group.clock() != null
            && group.clock().form() == Piece.Clock.Form.DOUBTFUL
            && group.days().isEmpty()
            && group.part() == null;
    if (doubtful) {
      return null;
    }
    TimeOfDay time = TimeOfDay.of(group.part(), group.clock(), null);
    if (time.problem() != null) {
      return wrong(group.span(), time.problem());
    }
    Days days = days(group, now.toLocalDate());
    if (days.problem() != null) {
      return wrong(group.span(), days.problem());
    }
    return group.days().isEmpty() ? bare(group, time) : dated(group, days, time);
  }

  /** A time without a day: today's or, once it is past, the next. */
  private @Nullable When bare(Group group, TimeOfDay time) {
    LocalDate today = now.toLocalDate();
    LocalTime told = time.time();
    if (facing == Facing.AHEAD) {
      LocalTime over = told == null && group.part() != null ? group.part().part().end() : told;
      boolean past = over != null && !over.isAfter(now.toLocalTime());
      if (past
          && told != null
          && time.mayBeEvening()
          && told.plusHours(12).isAfter(now.toLocalTime())) {
        told = told.plusHours(12);
      } else if (past) {
        today = today.plusDays(1);
      }
    }
    LocalDate day = today.plusDays(time.nextDay() ? 1 : 0);
    return new When(
        group.span(), day, day, told, null, time.part(), group.by() != null, false, null);
  }

  private @Nullable When dated(Group group, Days days, TimeOfDay time) {
    int more = time.nextDay() ? 1 : 0;
    LocalDate from = days.from().plusDays(more);
    LocalDate to = days.to().plusDays(more);
    Piece.By by = group.by();
    if (by != null && !from.equals(to)) {
      to = latest(days, by.strict());
      from = to;
    }
    LocalTime end = time.time() == null ? LocalTime.MAX : time.time();
    boolean past = to.atTime(end).isBefore(now.toLocalDateTime());
    if (past && facing == Facing.AHEAD) {
      return wrong(group.span(), TimeProblem.PAST);
    }
    return new When(group.span(), from, to, time.time(), null, time.part(), by != null, true, null);
  }

  /** The last day of "before next week", "by next week", "before March". */
  private static LocalDate latest(Days days, boolean strict) {
    if (strict) {
      return days.from().minusDays(1);
    }
    boolean week = ChronoUnit.DAYS.between(days.from(), days.to()) < 7;
    LocalDate friday = DayWords.monday(days.to()).plusDays(4);
    return week && !friday.isBefore(days.from()) ? friday : days.to();
  }

  private @Nullable When stretched(Group group, Stretch stretch) {
    if (stretch.sense() == Stretch.Sense.PLAIN && group.by() == null) {
      lengths.add(stretch.length());
      return null;
    }
    if (stretch.sense() == Stretch.Sense.AGO && facing == Facing.AHEAD) {
      return wrong(group.span(), TimeProblem.PAST);
    }
    boolean by = stretch.sense() == Stretch.Sense.WITHIN || group.by() != null;
    ZonedDateTime at =
        (stretch.sense() == Stretch.Sense.AGO
                ? stretch.length().before(now)
                : stretch.length().after(now))
            .truncatedTo(ChronoUnit.MINUTES);
    boolean clock = stretch.length().isOfClock();
    return new When(
        group.span(),
        at.toLocalDate(),
        at.toLocalDate(),
        clock ? at.toLocalTime() : null,
        null,
        null,
        by,
        true,
        clock ? at.toInstant() : null);
  }

  private @Nullable When joined(When first, Group group) {
    TimeOfDay time = TimeOfDay.of(group.part(), group.clock(), first.time());
    Span span = new Span(first.span().from(), group.span().to());
    if (time.problem() != null) {
      return wrong(span, time.problem());
    }
    Days days = group.days().isEmpty() ? Days.of(first.to()) : days(group, first.from());
    if (days.problem() != null) {
      return wrong(span, days.problem());
    }
    boolean backwards =
        days.to().isBefore(first.from())
            || (days.to().equals(first.from())
                && first.time() != null
                && time.time() != null
                && !time.time().isAfter(first.time()));
    if (backwards) {
      return wrong(span, TimeProblem.BACKWARDS);
    }
    return new When(
        span,
        first.from(),
        days.to(),
        first.time(),
        time.time(),
        first.part() == null && first.isOneDay() && days.to().equals(first.from())
            ? time.part()
            : first.part(),
        first.by() || group.by() != null,
        first.named() || !group.days().isEmpty(),
        null);
  }

  private Days days(Group group, LocalDate anchor) {
    if (group.days().isEmpty()) {
      return Days.of(now.toLocalDate());
    }
    Reference in = new Reference(now.toLocalDate(), anchor, facing);
    List<Days> told = group.days().stream().map(day -> day.sense().in(in)).toList();
    Days first = told.get(0);
    for (Days other : told) {
      if (other.problem() != null) {
        return other;
      }
      if (!other.equals(first)) {
        return Days.wrong(TimeProblem.CONFLICT);
      }
    }
    return first;
  }

  private @Nullable When wrong(Span span, TimeProblem problem) {
    unclear.add(new Unclear(span, problem));
    return null;
  }
}
