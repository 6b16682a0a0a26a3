package dev.zhaoshang.understanding.time;

import static dev.zhaoshang.understanding.time.WordPatterns.any;

import dev.zhaoshang.understanding.time.DaySense.Days;
import dev.zhaoshang.understanding.time.DaySense.Reference;
import dev.zhaoshang.understanding.time.DayWords.Rule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Words for dates, months and years of the calendar. */
final class CalendarWords {

  /** A date that passed so few days ago is taken for a slip, not for one of the next year. */
  private static final int SLIP = 31;

  /** In the first half of a month, its end that has been is that of the month before. */
  private static final int HALF = 15;

  private final WordPatterns words;

  CalendarWords(WordPatterns words) {
    this.words = words;
  }

  List<Rule> rules() {
    return List.of(
        new Rule(
            words.of("date.iso"),
            m -> date(words.number(m.group("y")), 0, month(m.group("m")), day(m.group("d")))),
        new Rule(
            words.of("date.zh"),
            m -> date(-1, words.which(m.group("w")), month(m.group("m")), day(m.group("d")))),
        new Rule(
            words.of("date.slash"), m -> date(-1, null, month(m.group("m")), day(m.group("d")))),
        new Rule(
            words.of("date.en"),
            m ->
                date(
                    words.number(any(m, "y", "yy")),
                    null,
                    month(any(m, "m", "mm", "mmm")),
                    day(any(m, "d", "dd", "ddd")))),
        new Rule(words.of("date.monthly"), this::monthly),
        new Rule(words.of("date.day"), this::dayOfMonth),
        new Rule(words.of("month"), this::wholeMonth),
        new Rule(words.of("month.named"), this::namedMonth),
        new Rule(words.of("month.part"), this::partOfMonth),
        new Rule(words.of("year.end"), this::endOfYear),
        new Rule(words.of("quarter.end"), this::endOfQuarter));
  }

  private int month(@Nullable String word) {
    return words.month(Objects.requireNonNull(word));
  }

  private int day(@Nullable String word) {
    return words.number(word);
  }

  /**
   * A date.
   *
   * @param year -1 when no number is told
   * @param which years from this one; null when the year is not told
   */
  private static DaySense date(int year, @Nullable Integer which, int month, int day) {
    return in -> {
      if (month < 1 || month > 12) {
        return Days.wrong(TimeProblem.MONTH);
      }
      if (year > 0 || which != null) {
        int told = year > 0 ? year : in.today().getYear() + Objects.requireNonNull(which);
        return valid(told, month, day);
      }
      return nearest(in, month, day);
    };
  }

  private static Days valid(int year, int month, int day) {
    try {
      return Days.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Days.wrong(TimeProblem.DAY);
    }
  }

  private static Days nearest(Reference in, int month, int day) {
    int year = in.anchor().getYear();
    // The 29th of February is not of every year.
    int tries = month == 2 && day == 29 ? 8 : 2;
    if (in.facing() == Facing.BACK && !in.isLinked()) {
      Days now = valid(year, month, day);
      return now.problem() == null && now.from().isAfter(in.today())
          ? valid(year - 1, month, day)
          : now;
    }
    for (int n = 0; n < tries; n++) {
      Days days = valid(year + n, month, day);
      if (days.problem() == null && !days.from().isBefore(in.anchor().minusDays(SLIP))) {
        return days;
      }
    }
    return valid(year, month, day);
  }

  private DaySense monthly(Matcher matcher) {
    int which = Objects.requireNonNullElse(words.which(matcher.group("w")), 0);
    int day = day(matcher.group("d"));
    return in -> {
      YearMonth month = YearMonth.from(in.today()).plusMonths(which);
      return valid(month.getYear(), month.getMonthValue(), day);
    };
  }

  private DaySense dayOfMonth(Matcher matcher) {
    int day = day(any(matcher, "d", "e", "f"));
    return in -> {
      YearMonth month = YearMonth.from(in.anchor());
      boolean past = day < in.anchor().getDayOfMonth();
      boolean ahead = in.facing() == Facing.AHEAD || in.isLinked();
      if (past && ahead) {
        month = month.plusMonths(1);
      } else if (!ahead && day > in.anchor().getDayOfMonth()) {
        month = month.minusMonths(1);
      }
      return valid(month.getYear(), month.getMonthValue(), day);
    };
  }

  private DaySense wholeMonth(Matcher matcher) {
    int which = Objects.requireNonNullElse(words.which(any(matcher, "w", "e")), 0);
    return in -> whole(in, YearMonth.from(in.today()).plusMonths(which));
  }

  private DaySense namedMonth(Matcher matcher) {
    @Nullable Integer which = words.which(matcher.group("w"));
    int month = month(any(matcher, "m", "e"));
    return in ->
        month < 1 || month > 12
            ? Days.wrong(TimeProblem.MONTH)
            : whole(in, named(in, which, month));
  }

  private static Days whole(Reference in, YearMonth month) {
    boolean now = month.equals(YearMonth.from(in.today()));
    LocalDate first = month.atDay(1);
    return Days.of(now ? DayWords.ahead(in, first) : first, month.atEndOfMonth());
  }

  /** That month of this year or, once it is past, of the next. */
  private static YearMonth named(Reference in, @Nullable Integer which, int month) {
    YearMonth now = YearMonth.from(in.today());
    if (which != null) {
      return YearMonth.of(now.getYear() + which, month);
    }
    YearMonth named = YearMonth.of(now.getYear(), month);
    if (in.facing() == Facing.AHEAD) {
      return named.isBefore(now) ? named.plusYears(1) : named;
    }
    return named.isAfter(now) ? named.minusYears(1) : named;
  }

  private DaySense partOfMonth(Matcher matcher) {
    @Nullable String step = any(matcher, "w", "e");
    @Nullable Integer which = words.which(step);
    boolean bare = which == null || "the".equals(step);
    String name = any(matcher, "m", "n", "n2");
    int month = name == null ? 0 : month(name);
    @Nullable String told = any(matcher, "p", "q", "q2");
    String part = told == null ? "mid" : told;
    return in -> {
      if (month < 0 || month > 12) {
        return Days.wrong(TimeProblem.MONTH);
      }
      YearMonth now = YearMonth.from(in.today());
      if (month > 0) {
        return part(named(in, null, month), part);
      }
      Days days = part(now.plusMonths(which == null ? 0 : which), part);
      boolean past = days.to().isBefore(in.today());
      boolean early = in.today().getDayOfMonth() <= HALF && days.from().isAfter(in.today());
      if (bare && early && in.facing() == Facing.BACK) {
        return part(now.minusMonths(1), part);
      }
      return which == null && past && in.facing() == Facing.AHEAD
          ? part(now.plusMonths(1), part)
          : days;
    };
  }

  private Days part(YearMonth month, String part) {
    if (words.is("part.end", part)) {
      return Days.of(month.atEndOfMonth());
    }
    if (words.is("part.start", part)) {
      return Days.of(month.atDay(1), month.atDay(5));
    }
    if (words.is("part.upper", part)) {
      return Days.of(month.atDay(1), month.atDay(10));
    }
    if (words.is("part.lower", part)) {
      return Days.of(month.atDay(21), month.atEndOfMonth());
    }
    return words.is("part.middle", part)
        ? Days.of(month.atDay(11), month.atDay(20))
        : Days.of(month.atDay(15));
  }

  private DaySense endOfYear(Matcher matcher) {
    int which = Objects.requireNonNullElse(words.which(any(matcher, "w", "e")), 0);
    return in -> Days.of(LocalDate.of(in.today().getYear() + which, 12, 31));
  }

  private DaySense endOfQuarter(Matcher matcher) {
    int which = Objects.requireNonNullElse(words.which(any(matcher, "w", "e")), 0);
    return in -> {
      YearMonth now = YearMonth.from(in.today()).plusMonths(3L * which);
      return Days.of(now.withMonth((now.getMonthValue() + 2) / 3 * 3).atEndOfMonth());
    };
  }
}
