package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.Performance;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.TeamTarget;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Targets against results by month, with a picture, and by customer for the last month told of. */
final class PerformanceView {

  private static final int MONTHS = 6;

  private final Draft draft;
  private final RemarkView view;

  PerformanceView(Draft draft) {
    this.draft = draft;
    this.view = new RemarkView(draft);
  }

  /** Shows what is known, of a leader's people too. */
  void show() {
    List<Performance> all =
        view.all(Performance.class).stream()
            .sorted(
                Comparator.comparing(Performance::month)
                    .thenComparing(Performance::rep)
                    .thenComparing(Performance::customer))
            .toList();
    List<String> team = draft.own().all(TeamTarget.class).stream().map(this::line).toList();
    if (all.isEmpty() && team.isEmpty()) {
      draft.say("performance.none", Map.of());
      return;
    }
    String first =
        YearMonth.from(draft.rhythm().date(draft.in().now())).minusMonths(MONTHS - 1L).toString();
    List<Performance> shown =
        all.stream().filter(one -> one.month().compareTo(first) >= 0).toList();
    List<String> lines = new ArrayList<>();
    shown.stream().filter(one -> one.customer().isEmpty()).map(this::line).forEach(lines::add);
    lines.addAll(team);
    String last = all.isEmpty() ? first : all.get(all.size() - 1).month();
    List<String> customers =
        shown.stream()
            .filter(one -> !one.customer().isEmpty() && one.month().equals(last))
            .map(this::line)
            .toList();
    if (!customers.isEmpty()) {
      lines.add(draft.text("performance.customers", Map.of("month", last)));
      lines.addAll(customers);
    }
    String text = draft.text("performance", Map.of("list", String.join("\n", lines)));
    Reply reply = new Reply("performance", text, null, null, List.of());
    draft.reply(shown.isEmpty() ? reply : reply.with(chart(shown)));
  }

  private String line(Performance one) {
    Long target = one.target();
    Long result = one.result();
    String share =
        target == null || target == 0 || result == null
            ? ""
            : draft.text(
                "performance.share", Map.of("share", String.valueOf(100 * result / target)));
    String why =
        one.reason().isEmpty() ? "" : draft.text("performance.reason", Map.of("why", one.reason()));
    return draft.text(
        "performance.line",
        Map.of(
            "who",
            one.customer().isEmpty() ? one.month() : one.customer(),
            "by",
            view.by(one.rep()),
            "target",
            plain(target) + set(one),
            "result",
            plain(result),
            "share",
            share,
            "why",
            why));
  }

  /** What the team sold is only known to who leads it. */
  private String line(TeamTarget team) {
    boolean leads = team.by().equals(draft.in().session().rep());
    long sold =
        view.all(Performance.class).stream()
            .filter(one -> one.month().equals(team.month()) && one.customer().isEmpty())
            .filter(one -> !one.rep().equals(team.by()))
            .mapToLong(one -> Objects.requireNonNullElse(one.result(), 0L))
            .sum();
    return draft.text(
        leads ? "performance.team" : "performance.team.set",
        Map.of(
            "month", team.month(),
            "target", String.valueOf(team.boxes()),
            "result", String.valueOf(sold),
            "name", team.byName()));
  }

  /** Who set it, and how much where the rep aims higher. */
  private String set(Performance one) {
    if (one.setBy() == null) {
      return "";
    }
    boolean higher = !Objects.equals(one.floor(), one.target());
    return draft.text(
        higher ? "performance.set.lower" : "performance.set",
        Map.of("name", one.setBy(), "floor", String.valueOf(one.floor())));
  }

  private String plain(@Nullable Long boxes) {
    return boxes == null ? draft.text("performance.unknown", Map.of()) : String.valueOf(boxes);
  }

  /** All reps together; customers alone where no rep has a target. */
  private Chart chart(List<Performance> shown) {
    List<Performance> totals = shown.stream().filter(one -> one.customer().isEmpty()).toList();
    List<Performance> drawn = totals.isEmpty() ? shown : totals;
    List<String> months = drawn.stream().map(Performance::month).distinct().toList();
    return new Chart(
        draft.text("performance.chart", Map.of()),
        Chart.Kind.BAR,
        draft.text("performance.unit", Map.of()),
        months,
        List.of(
            series("performance.series.target", drawn, months, Performance::target),
            series("performance.series.result", drawn, months, Performance::result)));
  }

  private Chart.Series series(
      String id,
      List<Performance> all,
      List<String> months,
      Function<Performance, @Nullable Long> of) {
    return new Chart.Series(
        draft.text(id, Map.of()),
        months.stream()
            .map(
                month ->
                    new Chart.Point(
                        month,
                        all.stream()
                            .filter(one -> one.month().equals(month))
                            .map(of)
                            .mapToDouble(boxes -> boxes == null ? 0 : boxes)
                            .sum()))
            .toList());
  }
}
