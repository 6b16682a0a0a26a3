package dev.zhaoshang.understanding.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds amounts: numbers that may have decimals, a sign and a unit of ten thousand or thousand. */
public final class Amounts {

  private static final Pattern LATIN_UNIT = Pattern.compile("([\\d,.]+)\\s*([kw])");
  private static final Pattern DECIMAL = Pattern.compile("([\\d,]+\\.\\d+)\\s*(.?)");
  private static final Pattern ROUND = Pattern.compile("([\\d,.]+\\s*(\\p{IsHan}))(\\S+)");
  private static final int THOUSAND = 3;
  private static final int TEN_THOUSAND = 4;

  private final Pattern number;
  private final Pattern negative;
  private final Numbers numbers;

  /** Takes its words from the lexicon. */
  public Amounts(Lexicon lexicon) {
    number = lexicon.pattern("profit.number");
    negative = lexicon.pattern("profit.negative");
    numbers = new Numbers(lexicon);
  }

  /**
   * An amount.
   *
   * @param from where it begins in the normal form
   * @param to behind its end
   * @param value of it
   */
  public record Amount(int from, int to, BigDecimal value) {}

  /** Every amount of a text in its normal form, in order. */
  public List<Amount> find(String plain) {
    List<Amount> found = new ArrayList<>();
    Matcher matcher = number.matcher(plain);
    while (matcher.find()) {
      BigDecimal value = value(matcher.group().strip());
      if (value != null) {
        boolean below = negative.matcher(plain.substring(0, matcher.start())).find();
        found.add(new Amount(matcher.start(), matcher.end(), below ? value.negate() : value));
      }
    }
    return found;
  }

  private @Nullable BigDecimal value(String words) {
    Matcher latin = LATIN_UNIT.matcher(words);
    if (latin.matches()) {
      boolean thousands = latin.group(2).equals("k");
      return digits(latin.group(1)).movePointRight(thousands ? THOUSAND : TEN_THOUSAND);
    }
    Matcher round = ROUND.matcher(words);
    if (round.matches()) {
      return sum(value(round.group(1)), round.group(2), round.group(3));
    }
    Matcher decimal = DECIMAL.matcher(words);
    if (!decimal.matches()) {
      Integer whole = numbers.value(words);
      return whole == null ? null : BigDecimal.valueOf(whole);
    }
    BigDecimal digits = digits(decimal.group(1));
    Integer unit = decimal.group(2).isEmpty() ? null : numbers.value("1" + decimal.group(2));
    return unit == null ? digits : digits.multiply(BigDecimal.valueOf(unit));
  }

  /** A round number and what is beyond it: a digit alone is of the next lower unit. */
  private @Nullable BigDecimal sum(@Nullable BigDecimal round, String unit, String beyond) {
    BigDecimal more = value(beyond);
    Integer of = numbers.value("1" + unit);
    if (round == null || more == null || of == null) {
      return null;
    }
    return round.add(beyond.length() == 1 ? more.multiply(BigDecimal.valueOf(of / 10)) : more);
  }

  private static BigDecimal digits(String typed) {
    return new BigDecimal(typed.replace(",", ""));
  }
}
