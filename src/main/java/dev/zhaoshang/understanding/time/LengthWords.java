package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.time.Piece.Stretch;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Words for lengths, alone or from now: "3 days", "in half an hour", "within a week". */
final class LengthWords {

  private static final int HOUR = 60;
  private static final int QUARTER = 15;

  private final WordPatterns words;

  LengthWords(WordPatterns words) {
    this.words = words;
  }

  void find(String plain, List<Piece> into) {
    for (String name : List.of("length.zh", "length.en")) {
      Matcher matcher = words.of(name).matcher(plain);
      boolean counted = name.endsWith("zh");
      while (matcher.find()) {
        Span span = WordPatterns.span(matcher);
        Stretch.Sense sense = sense(matcher.group("pre"), matcher.group("suf"));
        length(matcher, counted, span)
            .ifPresent(length -> into.add(new Stretch(span, length, sense)));
      }
    }
  }

  private Stretch.Sense sense(@Nullable String before, @Nullable String after) {
    if (words.is("length.within", after) || words.is("length.within", before)) {
      return Stretch.Sense.WITHIN;
    }
    if (words.is("length.after", after) || words.is("length.after", before)) {
      return Stretch.Sense.AFTER;
    }
    return words.is("length.ago", after) ? Stretch.Sense.AGO : Stretch.Sense.PLAIN;
  }

  private Optional<Length> length(Matcher matcher, boolean chinese, Span span) {
    String number = matcher.group("n");
    String unit = matcher.group("u");
    boolean month = words.is("unit.months", unit);
    if (chinese && month && matcher.group("g") == null && !words.is("length.half", number)) {
      return Optional.empty();
    }
    double amount = amount(number);
    if (matcher.group("h") != null || matcher.group("t") != null) {
      amount += 0.5;
    }
    return amount <= 0 ? Optional.empty() : of(span, amount, unit);
  }

  private double amount(String number) {
    if (words.is("length.half", number)) {
      return 0.5;
    }
    if (words.is("length.couple", number)) {
      return 2;
    }
    return number.contains(".") ? Double.parseDouble(number) : words.number(number);
  }

  private Optional<Length> of(Span span, double amount, String unit) {
    if (words.is("unit.minutes", unit)) {
      return whole(span, amount, ChronoUnit.MINUTES);
    }
    if (words.is("unit.quarters", unit)) {
      return whole(span, amount * QUARTER, ChronoUnit.MINUTES);
    }
    if (words.is("unit.hours", unit)) {
      return whole(span, amount * HOUR, ChronoUnit.MINUTES);
    }
    if (words.is("unit.days", unit)) {
      return amount % 1 == 0
          ? whole(span, amount, ChronoUnit.DAYS)
          : whole(span, amount * 2, ChronoUnit.HALF_DAYS);
    }
    if (words.is("unit.weeks", unit)) {
      return amount % 1 == 0
          ? whole(span, amount, ChronoUnit.WEEKS)
          : whole(span, Math.ceil(amount * 7), ChronoUnit.DAYS);
    }
    if (words.is("unit.months", unit)) {
      return amount % 1 == 0
          ? whole(span, amount, ChronoUnit.MONTHS)
          : whole(span, amount * 30, ChronoUnit.DAYS);
    }
    return whole(span, amount * (words.is("unit.seasons", unit) ? 3 : 12), ChronoUnit.MONTHS);
  }

  private static Optional<Length> whole(Span span, double amount, ChronoUnit unit) {
    return Optional.of(new Length(span, (int) Math.round(amount), unit));
  }
}
