package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.PriceSeen;
import dev.zhaoshang.domain.Reply;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The four comparisons of prices: between companies, periods and customers, and what changed. */
final class PriceComparison {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M-d");

  /** More places along the axis cannot be read on a phone. */
  private static final int PLACES = 12;

  private final Draft draft;
  private final RemarkView view;

  PriceComparison(Draft draft, RemarkView view) {
    this.draft = draft;
    this.view = view;
  }

  /** Compares what was kept, or what of it the words occur in. */
  void show(String words) {
    List<PriceSeen> prices =
        view.all(PriceSeen.class).stream()
            .filter(price -> isMeant(price, words))
            .sorted(Comparator.comparing(PriceSeen::at))
            .toList();
    if (prices.isEmpty()) {
      draft.say(words.isEmpty() ? "prices.none" : "prices.nothing", Map.of("words", words));
      return;
    }
    Map<String, List<PriceSeen>> byWhat = new LinkedHashMap<>();
    prices.forEach(
        price -> byWhat.computeIfAbsent(what(draft, price), key -> new ArrayList<>()).add(price));
    List<String> lines = new ArrayList<>();
    byWhat.forEach((what, seen) -> lines.addAll(lines(what, seen)));
    if (byWhat.size() > 1) {
      lines.add(gap(byWhat.values()));
    }
    String text =
        draft.text(
            "prices", Map.of("n", String.valueOf(prices.size()), "list", String.join("\n", lines)));
    draft.reply(new Reply("prices", text, null, null, List.of()).with(chart(byWhat)));
  }

  private static boolean isMeant(PriceSeen price, String words) {
    String all =
        String.join(" ", price.company(), price.item(), price.customer(), price.words())
            .toLowerCase(Locale.ROOT);
    return all.contains(words.toLowerCase(Locale.ROOT));
  }

  /** Whose price of what it is. */
  static String what(Draft draft, PriceSeen price) {
    String company =
        price.company().isEmpty() ? draft.text("prices.ours", Map.of()) : price.company();
    return price.item().isEmpty() ? company : company + " " + price.item();
  }

  /** How a price differs from an earlier one; empty when it does not. */
  static String change(Draft draft, RemarkView view, PriceSeen before, PriceSeen now) {
    long more = now.fen() - before.fen();
    return more == 0
        ? ""
        : draft.text(
            more > 0 ? "prices.up" : "prices.down",
            Map.of(
                "old", PriceSeen.yuan(before.fen()),
                "date", view.day(before.at()),
                "diff", PriceSeen.yuan(Math.abs(more))));
  }

  private List<String> lines(String what, List<PriceSeen> seen) {
    PriceSeen last = seen.get(seen.size() - 1);
    String change = seen.size() < 2 ? "" : change(draft, view, seen.get(seen.size() - 2), last);
    List<String> lines = new ArrayList<>();
    lines.add(
        draft.text(
            "prices.line",
            Map.of(
                "what", what,
                "yuan", PriceSeen.yuan(last.fen()),
                "date", view.day(last.at()),
                "change", change,
                "by", view.by(last.rep()))));
    Map<String, PriceSeen> customers = new LinkedHashMap<>();
    seen.stream()
        .filter(price -> !price.customer().isEmpty())
        .forEach(price -> customers.put(price.customer(), price));
    if (customers.size() > 1) {
      String list =
          customers.entrySet().stream()
              .map(entry -> entry.getKey() + " " + PriceSeen.yuan(entry.getValue().fen()))
              .collect(Collectors.joining(draft.text("list.comma", Map.of())));
      lines.add(draft.text("prices.customers", Map.of("list", list)));
    }
    return lines;
  }

  private String gap(Collection<List<PriceSeen>> all) {
    List<PriceSeen> latest =
        all.stream()
            .map(seen -> seen.get(seen.size() - 1))
            .sorted(Comparator.comparingLong(PriceSeen::fen))
            .toList();
    PriceSeen low = latest.get(0);
    PriceSeen high = latest.get(latest.size() - 1);
    return draft.text(
        "prices.gap",
        Map.of(
            "low", what(draft, low),
            "high", what(draft, high),
            "diff", PriceSeen.yuan(high.fen() - low.fen())));
  }

  /** The course of prices; of a single day the prices beside each other. */
  private Chart chart(Map<String, List<PriceSeen>> byWhat) {
    List<String> days =
        byWhat.values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparing(PriceSeen::at))
            .map(this::day)
            .distinct()
            .toList();
    List<String> shown = days.subList(Math.max(0, days.size() - PLACES), days.size());
    String title = draft.text("prices.chart", Map.of());
    String unit = draft.text("prices.unit", Map.of());
    if (shown.size() == 1) {
      List<Chart.Point> points =
          byWhat.entrySet().stream()
              .limit(PLACES)
              .map(entry -> new Chart.Point(entry.getKey(), yuan(last(entry.getValue()))))
              .toList();
      List<String> labels = points.stream().map(Chart.Point::label).toList();
      return new Chart(
          title, Chart.Kind.BAR, unit, labels, List.of(new Chart.Series(title, points)));
    }
    List<Chart.Series> series =
        byWhat.entrySet().stream()
            .map(entry -> new Chart.Series(entry.getKey(), points(entry.getValue(), shown)))
            .filter(one -> !one.points().isEmpty())
            .toList();
    return new Chart(title, Chart.Kind.LINE, unit, shown, series);
  }

  private List<Chart.Point> points(List<PriceSeen> seen, List<String> days) {
    return days.stream()
        .flatMap(
            day ->
                seen.stream()
                    .filter(price -> day(price).equals(day))
                    .reduce((first, second) -> second)
                    .map(price -> new Chart.Point(day, yuan(price)))
                    .stream())
        .toList();
  }

  private String day(PriceSeen price) {
    return DAY.format(draft.rhythm().date(price.at()));
  }

  private static PriceSeen last(List<PriceSeen> seen) {
    return seen.get(seen.size() - 1);
  }

  private static double yuan(PriceSeen price) {
    return Stream.of(PriceSeen.yuan(price.fen())).mapToDouble(Double::parseDouble).sum();
  }
}
