package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.Assessment;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.domain.Trip.Area;
import dev.zhaoshang.domain.Trip.State;
import dev.zhaoshang.domain.Trip.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a trip is, with buttons for what comes next. */
final class TripView {

  /** {@code trip:<trip>:<what>}, or {@code trip:<trip>:<what>:<distributor>}. */
  static final String VERB = "trip";

  static final String ASK = "ask";
  static final String NOTIFY = "notify";
  static final String DEPART = "depart";
  static final String OVER = "over";
  static final String TOLD_DEPARTURE = "told";
  static final String TOLD_ARRIVAL = "here";

  private final Draft draft;
  private final Dates dates;

  TripView(Draft draft) {
    this.draft = draft;
    this.dates = new Dates(draft, draft.rhythm().zone());
  }

  /** Shows a trip with its list and what comes next, after a line of its own. */
  void show(String replyId, String lead, Trip trip) {
    List<String> lines = new ArrayList<>();
    if (!lead.isEmpty()) {
      lines.add(lead);
    }
    lines.add(draft.text("trip.head", Map.of("days", days(trip), "areas", areas(trip))));
    int number = 0;
    for (Stop stop : trip.stops()) {
      number++;
      lines.add(number + " " + line(stop));
    }
    lines.add(status(trip));
    draft.reply(new Reply(replyId, String.join("\n", lines), null, null, buttons(trip)));
  }

  private String line(Stop stop) {
    Optional<Distributor> distributor = Optional.ofNullable(draft.find(stop.distributor()));
    String stage = distributor.map(Stage::of).map(s -> "stage." + s.id()).orElse("");
    List<String> parts = new ArrayList<>(List.of(stop.title(), stop.area()));
    distributor.flatMap(one -> one.text("address")).ifPresent(parts::add);
    parts.add(stop.mobile());
    distributor.flatMap(one -> one.text("targetProduct")).ifPresent(parts::add);
    parts.add(stage.isEmpty() ? "" : draft.text(stage, Map.of()));
    parts.add(score(stop));
    parts.add(new Appointments(draft).on(stop));
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(draft.text("list.items", Map.of())));
  }

  private String score(Stop stop) {
    return Assessment.in(draft.ledger(Ledger.ofDistributor(stop.distributor())))
        .map(Assessment::score)
        .filter(Objects::nonNull)
        .map(score -> draft.text("trip.score", Map.of("score", String.valueOf(score))))
        .orElse("");
  }

  /** First and last day in words. */
  String days(Trip trip) {
    String from = dates.day(trip.from());
    return trip.from().equals(trip.to())
        ? from
        : draft.text("trip.days", Map.of("from", from, "to", dates.day(trip.to())));
  }

  /** The areas in words. */
  String areas(Trip trip) {
    return trip.areas().stream()
        .map(Area::words)
        .collect(Collectors.joining(draft.text("list.comma", Map.of())));
  }

  /** The trip in one line, as the superior reads it. */
  String summary(Trip trip) {
    String names =
        trip.stops().stream()
            .map(Stop::title)
            .collect(Collectors.joining(draft.text("list.comma", Map.of())));
    return draft.text(
        "trip.summary",
        Map.of(
            "days",
            days(trip),
            "areas",
            areas(trip),
            "n",
            String.valueOf(trip.stops().size()),
            "names",
            names));
  }

  /** How far it is, and what comes next, in words. */
  String status(Trip trip) {
    return draft.text("trip.status." + state(trip), Map.of());
  }

  private String state(Trip trip) {
    if (trip.state() == State.STARTED) {
      return "started";
    }
    return trip.approval(draft.own())
        .map(
            state ->
                switch (state) {
                  case PENDING -> "asked";
                  case APPROVED -> "approved";
                  case REJECTED -> "rejected";
                })
        .orElse("planned");
  }

  private List<Button> buttons(Trip trip) {
    Optional<Approval.State> approval = trip.approval(draft.own());
    Button over = button("button.trip.over", trip, OVER);
    if (trip.state() == State.STARTED) {
      return List.of(over);
    }
    if (approval.equals(Optional.of(Approval.State.APPROVED))) {
      return List.of(
          button("button.trip.notify", trip, NOTIFY),
          button("button.trip.depart", trip, DEPART),
          over);
    }
    return approval.equals(Optional.of(Approval.State.PENDING))
        ? List.of(over)
        : List.of(button("button.trip.ask", trip, ASK), over);
  }

  /** A button about a trip. */
  Button button(String label, Trip trip, String... what) {
    String[] arguments =
        Stream.concat(Stream.of(trip.id()), Stream.of(what)).toArray(String[]::new);
    return new Button(draft.text(label, Map.of()), Buttons.data(VERB, arguments));
  }
}
