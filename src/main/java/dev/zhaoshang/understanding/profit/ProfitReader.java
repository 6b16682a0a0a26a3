package dev.zhaoshang.understanding.profit;

import dev.zhaoshang.domain.ProfitFigures;
import dev.zhaoshang.understanding.text.Amounts;
import dev.zhaoshang.understanding.text.Amounts.Amount;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the figures of a profit: each number by the words before or after it; numbers without any
 * words as what is not told of price, rate and monthly volume, in that order.
 */
public final class ProfitReader {

  private enum Figure {
    SELL,
    BUY,
    RATE,
    VOLUME,
    ORDER,
    DEPOSIT
  }

  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final List<Figure> IN_ORDER = List.of(Figure.SELL, Figure.RATE, Figure.VOLUME);

  private final Map<Figure, Pattern> before = new EnumMap<>(Figure.class);
  private final Amounts amounts;
  private final Pattern rateAfter;
  private final Pattern tenthsAfter;
  private final Pattern monthAfter;
  private final Pattern packAfter;
  private final Pattern moneyAfter;

  /** Takes its words from the lexicon. */
  public ProfitReader(Lexicon lexicon) {
    before.put(Figure.SELL, lexicon.pattern("profit.sell"));
    before.put(Figure.BUY, lexicon.pattern("profit.buy"));
    before.put(Figure.RATE, lexicon.pattern("profit.rate"));
    before.put(Figure.VOLUME, lexicon.pattern("profit.volume"));
    before.put(Figure.ORDER, lexicon.pattern("profit.order"));
    before.put(Figure.DEPOSIT, lexicon.pattern("profit.deposit"));
    amounts = new Amounts(lexicon);
    rateAfter = lexicon.pattern("profit.rate.after");
    tenthsAfter = lexicon.pattern("profit.tenths.after");
    monthAfter = lexicon.pattern("profit.month.after");
    packAfter = lexicon.pattern("profit.pack.after");
    moneyAfter = lexicon.pattern("profit.money.after");
  }

  /** The figures that a text tells; a rate below 1 counts as a share, 0.38 as 38. */
  public ProfitFigures read(String text) {
    String plain = Typed.of(text, new HanlpScript()).plain();
    List<Amount> found = amounts.find(plain);
    Map<Figure, BigDecimal> figures = new EnumMap<>(Figure.class);
    List<Amount> bare = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Amount one = found.get(i);
      int begin = i == 0 ? 0 : afterUnit(plain, found.get(i - 1).to());
      int end = i + 1 < found.size() ? found.get(i + 1).from() : plain.length();
      String lead = plain.substring(begin, one.from());
      String rest = plain.substring(one.to(), end);
      Optional<Figure> figure = figure(lead, rest);
      if (figure.isPresent()) {
        figures.putIfAbsent(figure.get(), value(figure.get(), one, rest));
      } else {
        bare.add(one);
      }
    }
    fill(figures, bare);
    return figures(figures);
  }

  /** Gives numbers without words to what is not told, in order; too many of them to none. */
  private void fill(Map<Figure, BigDecimal> figures, List<Amount> bare) {
    List<Figure> missing =
        IN_ORDER.stream()
            .filter(one -> !figures.containsKey(one))
            .filter(one -> one != Figure.RATE || !figures.containsKey(Figure.BUY))
            .toList();
    for (int i = 0; i < bare.size() && bare.size() <= missing.size(); i++) {
      figures.put(missing.get(i), value(missing.get(i), bare.get(i), ""));
    }
  }

  private static ProfitFigures figures(Map<Figure, BigDecimal> figures) {
    return new ProfitFigures(
        figures.get(Figure.SELL),
        figures.get(Figure.RATE),
        figures.get(Figure.BUY),
        figures.get(Figure.VOLUME),
        figures.get(Figure.ORDER),
        figures.get(Figure.DEPOSIT));
  }

  private Optional<Figure> figure(String lead, String rest) {
    Optional<Figure> named = named(lead);
    if (named.isPresent()) {
      return named;
    }
    if (rateAfter.matcher(rest).find() || tenthsAfter.matcher(rest).find()) {
      return Optional.of(Figure.RATE);
    }
    if (monthAfter.matcher(rest).find() || packAfter.matcher(rest).find()) {
      return Optional.of(Figure.VOLUME);
    }
    return moneyAfter.matcher(rest).find() ? Optional.of(Figure.SELL) : Optional.empty();
  }

  /** Where the unit of a number that ends there ends: it says nothing of the next number. */
  private int afterUnit(String plain, int end) {
    return Stream.of(rateAfter, tenthsAfter, packAfter, moneyAfter)
        .map(unit -> unit.matcher(plain).region(end, plain.length()))
        .filter(Matcher::find)
        .mapToInt(Matcher::end)
        .max()
        .orElse(end);
  }

  /** The figure whose words end last before a number. */
  private Optional<Figure> named(String lead) {
    Figure nearest = null;
    int end = -1;
    int length = 0;
    for (Map.Entry<Figure, Pattern> entry : before.entrySet()) {
      Matcher matcher = entry.getValue().matcher(lead);
      while (matcher.find()) {
        boolean longer = matcher.end() == end && matcher.end() - matcher.start() > length;
        if (matcher.end() > end || longer) {
          nearest = entry.getKey();
          end = matcher.end();
          length = matcher.end() - matcher.start();
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  private BigDecimal value(Figure figure, Amount number, String rest) {
    BigDecimal value = number.value();
    if (figure != Figure.RATE) {
      return value;
    }
    boolean share = value.signum() > 0 && value.compareTo(ONE) < 0;
    if (tenthsAfter.matcher(rest).find()) {
      return value.movePointRight(1);
    }
    return share ? value.movePointRight(2) : value;
  }
}
