package dev.zhaoshang.understanding.rhythm;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import dev.zhaoshang.understanding.time.DayPart;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.Length;
import dev.zhaoshang.understanding.time.TimeReader;
import dev.zhaoshang.understanding.time.TimeReading;
import dev.zhaoshang.understanding.time.When;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads leave that a rep takes: days, half days, so many days from one on. Immutable. */
public final class LeaveReader {

  private static final int LONGEST = 40;
  private static final ZonedDateTime WHENEVER = ZonedDateTime.parse("2001-01-01T00:00Z");

  private final Finder leave;
  private final Finder ends;
  private final Finder third;
  private final TimeReader times;
  private final Script script;

  /** Takes its words from the lexicon. */
  public LeaveReader(Lexicon lexicon, Script script) {
    leave = lexicon.finder("rhythm.leave");
    ends = lexicon.finder("rhythm.leave.ends");
    third = lexicon.finder("rhythm.third");
    times = new TimeReader(lexicon, script);
    this.script = script;
  }

  /** A reader with the packaged lexicon. */
  public static LeaveReader load() {
    return new LeaveReader(Lexicon.load(), new HanlpScript());
  }

  /**
   * Free days.
   *
   * @param from first day
   * @param to last day
   * @param fromNoon whether it begins at noon
   * @param untilNoon whether it ends at noon
   */
  public record Days(LocalDate from, LocalDate to, boolean fromNoon, boolean untilNoon) {}

  /** Whether the text takes leave: it has a word for it and a time, and speaks of nobody else. */
  public boolean takes(Typed text) {
    return leave.in(text.plain()) && !ends.in(text.plain()) && isOfOwnDays(text);
  }

  /** Whether the text gives leave on some days back. */
  public boolean ends(Typed text) {
    return ends.in(text.plain()) && isOfOwnDays(text);
  }

  private boolean isOfOwnDays(Typed text) {
    return text.plain().length() <= LONGEST
        && !third.in(text.plain())
        && !times.read(text, WHENEVER, Facing.AHEAD).spans().isEmpty();
  }

  /** What is told of time in a text that takes leave. */
  public TimeReading times(String text, ZonedDateTime now) {
    return times.read(Typed.of(text, script), now, Facing.AHEAD);
  }

  /**
   * The days of the leave.
   *
   * @param reading times of the text
   * @param today where the rep is
   * @param worked the first day from that one on that is worked: a length counts working days
   * @return empty when it tells neither a day nor a length
   */
  public static Optional<Days> days(
      TimeReading reading, ZonedDateTime today, UnaryOperator<LocalDate> worked) {
    Optional<When> when = reading.first();
    Optional<Length> length =
        reading.lengths().stream().filter(one -> !one.isOfClock()).findFirst();
    if (when.isEmpty() && length.isEmpty()) {
      return Optional.empty();
    }
    LocalDate start = when.map(When::from).orElseGet(() -> begin(today, worked));
    if (length.isPresent()) {
      boolean noon = when.map(LeaveReader::isAfternoon).orElse(false);
      return Optional.of(lasting(start, length.get(), noon, worked));
    }
    When told = when.get();
    boolean afternoon = isAfternoon(told);
    boolean morning = told.isOneDay() && told.part() == DayPart.MORNING;
    return Optional.of(new Days(told.from(), told.to(), afternoon, morning));
  }

  /** Without a day it begins today while the day has hardly begun, else on the next working day. */
  private static LocalDate begin(ZonedDateTime now, UnaryOperator<LocalDate> worked) {
    boolean early = now.toLocalTime().isBefore(LocalTime.NOON);
    LocalDate today = now.toLocalDate();
    return worked.apply(early ? today : today.plusDays(1));
  }

  private static boolean isAfternoon(When when) {
    boolean hour = when.time() != null && !when.time().isBefore(LocalTime.NOON);
    return hour || when.part() == DayPart.AFTERNOON;
  }

  private static Days lasting(
      LocalDate start, Length length, boolean noon, UnaryOperator<LocalDate> worked) {
    if (length.unit() == ChronoUnit.WEEKS || length.unit() == ChronoUnit.MONTHS) {
      return new Days(start, start.plus(length.amount(), length.unit()).minusDays(1), noon, false);
    }
    boolean halves = length.unit() == ChronoUnit.HALF_DAYS;
    int half = (halves ? length.amount() : 2 * length.amount()) + (noon ? 1 : 0);
    LocalDate last = start;
    for (int left = half; left > 2; left -= 2) {
      last = worked.apply(last.plusDays(1));
    }
    return new Days(start, last, noon, half % 2 == 1);
  }
}
