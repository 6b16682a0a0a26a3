package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.AssignedTarget;
import dev.zhaoshang.domain.Performance;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.TeamTarget;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        months().stream()
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
    List<Performance> customers = customers(shown);
    if (!customers.isEmpty()) {
      lines.add(draft.text("performance.customers", Map.of("month", customers.get(0).month())));
      customers.stream().map(this::line).forEach(lines::add);
    }
    String text = draft.text("performance", Map.of("list", String.join("\n", lines)));
    Reply reply = new Reply("performance", text, null, null, List.of());
    PerformanceChart chart = new PerformanceChart(draft);
    draft.reply(shown.isEmpty() ? reply : reply.with(chart.months(shown)));
    if (!customers.isEmpty()) {
      String caption =
          draft.text("performance.customers", Map.of("month", customers.get(0).month()));
      draft.reply(
          new Reply("performance.customers", caption, null, null, List.of())
              .with(chart.customers(customers)));
    }
  }

  /** Of the speaker, of those whom the speaker leads, and of customers. */
  private List<Performance> months() {
    return draft.in().snapshot().ledgers().keySet().stream()
        .flatMap(id -> AssignedTarget.months(draft.ledger(id)).stream())
        .toList();
  }

  /** The customers of the last month that was told of any. */
  private static List<Performance> customers(List<Performance> shown) {
    List<Performance> all = shown.stream().filter(one -> !one.customer().isEmpty()).toList();
    String last = all.isEmpty() ? "" : all.get(all.size() - 1).month();
    return all.stream().filter(one -> one.month().equals(last)).toList();
  }

  private String line(Performance one) {
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
            plain(one.target()) + set(one),
            "result",
            plain(one.result()),
            "share",
            share(one),
            "why",
            why + flow(one)));
  }

  /** What the team sold is only known to who leads it. */
  private String line(TeamTarget team) {
    boolean leads = team.by().equals(draft.in().session().rep());
    long sold =
        months().stream()
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

  /** What of a target was reached, in percent; empty where that cannot be told. */
  String share(Performance one) {
    Long share = one.share();
    return share == null
        ? ""
        : draft.text("performance.share", Map.of("share", String.valueOf(share)));
  }

  /** Where the goods went; empty where that was not told. */
  String flow(Performance one) {
    String flow = one.flow();
    return flow == null ? "" : draft.text("performance.flow", Map.of("flow", flow));
  }

  /** A number, or that it was not told. */
  String plain(@Nullable Long boxes) {
    return boxes == null ? draft.text("performance.unknown", Map.of()) : String.valueOf(boxes);
  }
}
