package dev.zhaoshang.understanding.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers: digits, Chinese numerals, English number words. */
public final class Numbers {

  private static final long MOST = 999_999_999;

  private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

  private final Pattern number;
  private final Pattern vague;
  private final Map<String, Integer> words;

  /** Takes its words from the lexicon. */
  public Numbers(Lexicon lexicon) {
    number = lexicon.pattern("number");
    vague = lexicon.pattern("number.vague");
    words = NumberWords.load();
  }

  /** Every number of the text, in order. */
  public List<Quantity> find(String plain) {
    List<Quantity> found = new ArrayList<>();
    Matcher matcher = number.matcher(plain);
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      found.add(new Quantity(span, value(matcher.group())));
    }
    return found;
  }

  /** The value of a number's words; null when they give only a range. */
  public @Nullable Integer value(String typed) {
    if (vague.matcher(typed).matches()) {
      return null;
    }
    long value =
        typed.chars().anyMatch(c -> c >= 'a' && c <= 'z') ? english(typed) : chinese(typed);
    return value < 0 || value > MOST ? null : (int) value;
  }

  private long english(String typed) {
    long total = 0;
    for (String word : BETWEEN.split(typed, -1)) {
      Integer value = word.matches("\\d{1,9}") ? Integer.valueOf(word) : words.get(word);
      if (value == null) {
        continue;
      }
      boolean multiplies = value >= 100 || (value == 12 && total > 0 && total < 12);
      total = multiplies ? Math.max(1, total) * value : total + value;
    }
    return typed.startsWith("half") ? total / 2 : total;
  }

  private long chinese(String typed) {
    long total = 0;
    long section = 0;
    long digit = -1;
    long lastUnit = 1;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      Integer value = words.get(String.valueOf(c));
      if (c >= '0' && c <= '9') {
        digit = Math.min(MOST, Math.max(digit, 0) * 10 + (c - '0'));
      } else if (value == null) {

      } else if (value < 10) {
        digit =
            digit < 0 || lastUnit > 1 || (value == 0 && digit == 0) ? value : digit * 10 + value;
        lastUnit = value == 0 ? 1 : lastUnit;
      } else if (value == 20 || value == 30) {
        section += value;
        lastUnit = 10;
      } else if (value == 10_000) {
        total = (total + section + Math.max(digit, 0)) * 10_000;
        section = 0;
        digit = -1;
        lastUnit = value;
      } else {
        section += (digit < 0 ? 1 : digit) * value;
        digit = -1;
        lastUnit = value;
      }
    }
    if (digit >= 0) {
      boolean tail = lastUnit >= 100 && digit < 10 && !typed.matches(".*[0-9]");
      section += tail ? digit * lastUnit / 10 : digit;
    }
    return total + section;
  }
}
