package dev.zhaoshang.understanding.time;

import static dev.zhaoshang.understanding.time.WordPatterns.any;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.understanding.time.DaySense.Days;
import dev.zhaoshang.understanding.time.DaySense.Reference;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words for days and weeks that are counted from today. */
final class DayWords {

  private final WordPatterns words;
  private final List<Rule> rules = new ArrayList<>();

  /** A pattern and what its match means. */
  record Rule(Finder finder, Function<Matcher, DaySense> sense) {

    Rule(Pattern pattern, Function<Matcher, DaySense> sense) {
      this(new Finder(pattern), sense);
    }

    void find(String plain, List<Piece> into) {
      if (!finder.in(plain)) {
        return;
      }
      Matcher matcher = finder.pattern().matcher(plain);
      while (matcher.find()) {
        into.add(new Piece.Day(WordPatterns.span(matcher), sense.apply(matcher)));
      }
    }
  }

  DayWords(WordPatterns words) {
    this.words = words;
    for (int days = -3; days <= 3; days++) {
      int plus = days;
      String name = "day." + (days < 0 ? "minus." + -days : "plus." + days);
      rules.add(new Rule(words.of(name), m -> in -> Days.of(in.today().plusDays(plus))));
    }
    rules.add(new Rule(words.of("weekday"), this::weekday));
    rules.add(new Rule(words.of("week"), this::week));
    rules.add(new Rule(words.of("weekend"), this::weekend));
    rules.add(new Rule(words.of("week.end"), this::endOfWeek));
    rules.addAll(new CalendarWords(words).rules());
  }

  void find(String plain, List<Piece> into) {
    rules.forEach(rule -> rule.find(plain, into));
  }

  private DaySense weekday(Matcher matcher) {
    int day = words.weekday(Objects.requireNonNull(any(matcher, "d", "f")));
    @Nullable Integer which = words.which(any(matcher, "w", "e"));
    if (day < 1 || day > 7) {
      return in -> Days.wrong(TimeProblem.DAY);
    }
    if (which != null) {
      return in -> Days.of(monday(in.today()).plusWeeks(which).plusDays(day - 1L));
    }
    DayOfWeek bare = DayOfWeek.of(day);
    return in ->
        Days.of(
            in.facing() == Facing.AHEAD || in.isLinked()
                ? in.anchor().with(TemporalAdjusters.nextOrSame(bare))
                : in.today().with(TemporalAdjusters.previousOrSame(bare)));
  }

  private DaySense week(Matcher matcher) {
    int which = steps(any(matcher, "w", "e"));
    return in -> {
      LocalDate monday = monday(in.today()).plusWeeks(which);
      return Days.of(which == 0 ? ahead(in, monday) : monday, monday.plusDays(6));
    };
  }

  /** What is left of a period, when something to come is spoken of. */
  static LocalDate ahead(Reference in, LocalDate first) {
    return in.facing() == Facing.AHEAD && first.isBefore(in.today()) ? in.today() : first;
  }

  private DaySense weekend(Matcher matcher) {
    int which = steps(any(matcher, "w", "e"));
    return in -> {
      LocalDate saturday = monday(in.today()).plusWeeks(which).plusDays(5);
      return Days.of(which == 0 ? ahead(in, saturday) : saturday, saturday.plusDays(1));
    };
  }

  private DaySense endOfWeek(Matcher matcher) {
    int which = steps(matcher.group("e"));
    return in -> {
      LocalDate friday = monday(in.today()).plusWeeks(which).plusDays(4);
      return Days.of(friday.isBefore(in.today()) && which == 0 ? friday.plusWeeks(1) : friday);
    };
  }

  private int steps(@Nullable String word) {
    return Objects.requireNonNullElse(words.which(word), 0);
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
