package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Numbers;
import dev.zhaoshang.understanding.text.Span;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The patterns of the lexicon and the numbers within what they match. */
final class WordPatterns {

  private final Lexicon lexicon;
  private final Numbers numbers;

  WordPatterns(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.numbers = new Numbers(lexicon);
  }

  Pattern of(String name) {
    return lexicon.pattern("time." + name);
  }

  /** Whether the words are those of that name, and nothing else. */
  boolean is(String name, @Nullable String words) {
    return words != null && of(name).matcher(words).matches();
  }

  /** A number; -1 for none. */
  int number(@Nullable String words) {
    if (words == null) {
      return -1;
    }
    return Objects.requireNonNullElse(numbers.value(words), -1);
  }

  /** How many weeks, months or years on the word says; null when there is none. */
  @Nullable Integer which(@Nullable String word) {
    if (word == null) {
      return null;
    }
    for (int steps = -2; steps <= 2; steps++) {
      String name = "which." + (steps < 0 ? "minus." + -steps : "plus." + steps);
      if (is(name, word)) {
        return steps;
      }
    }
    return null;
  }

  /** 1 for Monday to 7; another number when there is no such day. */
  int weekday(String word) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (word.length() > 2 && day.name().toLowerCase(Locale.ROOT).startsWith(word)) {
        return day.getValue();
      }
    }
    return is("sunday", word) ? DayOfWeek.SUNDAY.getValue() : number(word);
  }

  /** 1 for January to 12; another number when there is no such month. */
  int month(String word) {
    for (Month month : Month.values()) {
      if (month.name().toLowerCase(Locale.ROOT).startsWith(word)
          || word.startsWith(abbreviated(month))) {
        return month.getValue();
      }
    }
    return number(word);
  }

  private static String abbreviated(Month month) {
    return month.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  /** What the first of these groups that took part matched; null when none did. */
  static @Nullable String any(Matcher matcher, String... groups) {
    for (String group : groups) {
      String matched = matcher.group(group);
      if (matched != null) {
        return matched;
      }
    }
    return null;
  }

  static Span span(Matcher matcher) {
    return new Span(matcher.start(), matcher.end());
  }
}
