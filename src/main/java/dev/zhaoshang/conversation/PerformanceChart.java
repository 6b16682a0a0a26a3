package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.Performance;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Targets against results as pictures: by month, and by customer in a month. */
final class PerformanceChart {

  /** More customers than so many are not told apart on a phone. */
  private static final int CUSTOMERS = 8;

  /** Longer names are cut. */
  private static final int NAME = 10;

  private final Draft draft;

  PerformanceChart(Draft draft) {
    this.draft = draft;
  }

  /** All reps together; customers alone where no rep has a target. */
  Chart months(List<Performance> shown) {
    List<Performance> totals = shown.stream().filter(one -> one.customer().isEmpty()).toList();
    List<Performance> drawn = totals.isEmpty() ? shown : totals;
    List<String> months = drawn.stream().map(Performance::month).distinct().toList();
    return chart("performance.chart", months, drawn, Performance::month);
  }

  /** Each customer of a month; those with the highest targets and results. */
  Chart customers(List<Performance> ofMonth) {
    List<Performance> drawn =
        ofMonth.stream()
            .sorted(Comparator.comparingLong(PerformanceChart::size).reversed())
            .limit(CUSTOMERS)
            .toList();
    List<String> names = drawn.stream().map(PerformanceChart::name).distinct().toList();
    return chart("performance.chart.customers", names, drawn, PerformanceChart::name);
  }

  private static long size(Performance one) {
    return Math.max(plain(one.target()), plain(one.result()));
  }

  /** Before a company, the name of its person, where that is written without blanks. */
  private static String name(Performance one) {
    String title = one.customer();
    boolean han = !title.isEmpty() && Character.isIdeographic(title.codePointAt(0));
    String name = han ? title.split(" ", 2)[0] : title;
    return name.length() > NAME ? name.substring(0, NAME) : name;
  }

  private Chart chart(
      String title,
      List<String> labels,
      List<Performance> drawn,
      Function<Performance, String> of) {
    return new Chart(
        draft.text(title, Map.of()),
        Chart.Kind.BAR,
        draft.text("performance.unit", Map.of()),
        labels,
        List.of(
            series("performance.series.target", labels, drawn, of, Performance::target),
            series("performance.series.result", labels, drawn, of, Performance::result)));
  }

  private Chart.Series series(
      String id,
      List<String> labels,
      List<Performance> drawn,
      Function<Performance, String> of,
      Function<Performance, @Nullable Long> boxes) {
    return new Chart.Series(
        draft.text(id, Map.of()),
        labels.stream()
            .map(
                label ->
                    new Chart.Point(
                        label,
                        drawn.stream()
                            .filter(one -> of.apply(one).equals(label))
                            .map(boxes)
                            .mapToDouble(PerformanceChart::plain)
                            .sum()))
            .toList());
  }

  private static long plain(@Nullable Long boxes) {
    return boxes == null ? 0 : boxes;
  }
}
