package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Checklist;
import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.domain.Trip.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom a rep on a trip visits, and what to have ready, as the morning brief says it. */
final class BriefVisits {

  private final Draft draft;

  BriefVisits(Draft draft) {
    this.draft = draft;
  }

  /** The lines; none on a day without a trip. */
  List<String> lines(LocalDate today) {
    List<String> lines = new ArrayList<>();
    trip(today)
        .ifPresent(
            one -> {
              lines.add(
                  draft.text(
                      "brief.visits",
                      Map.of(
                          "areas", new TripView(draft).areas(one), "titles", titles(one, today))));
              lists(one).forEach(list -> lines.add(prepared(list)));
            });
    trip(today)
        .filter(one -> !one.isUnderWay(today, draft.own()))
        .ifPresent(one -> lines.add(new TripView(draft).status(one)));
    toBegin(today).ifPresent(one -> lines.add(draft.text("brief.depart", Map.of())));
    return lines;
  }

  /** The button that begins the trip; none when it has begun, or there is none. */
  List<Button> buttons(LocalDate today) {
    TripView view = new TripView(draft);
    return toBegin(today).stream()
        .map(one -> view.button("button.trip.depart", one, TripView.DEPART))
        .toList();
  }

  private Optional<Trip> toBegin(LocalDate today) {
    return trip(today).filter(one -> one.isReady(draft.own()));
  }

  /** The trip of the day; one that was rejected is none. */
  private Optional<Trip> trip(LocalDate today) {
    return draft.own().all(Trip.class).stream()
        .filter(one -> one.isOpen() && one.includes(today))
        .filter(
            one -> one.approval(draft.own()).stream().noneMatch(Approval.State.REJECTED::equals))
        .findFirst();
  }

  private String titles(Trip trip, LocalDate today) {
    Appointments appointments = new Appointments(draft);
    return trip.stops().stream()
        .map(stop -> (stop.title() + " " + appointments.at(stop, today)).strip())
        .collect(Collectors.joining(draft.text("list.comma", Map.of())));
  }

  /** What has to be ready for the kinds of visits on the list. */
  private Set<String> lists(Trip trip) {
    Set<String> lists = new LinkedHashSet<>();
    for (Stop stop : trip.stops()) {
      Distributor distributor = draft.find(stop.distributor());
      Stage stage = distributor == null ? Stage.LEAD : Stage.of(distributor);
      if (stage.isSigned()) {
        lists.add("existingVisitPrepare");
      } else {
        lists.add(stage.compareTo(Stage.FIRST_VISIT) < 0 ? "firstVisitPrepare" : "visitPrepare");
      }
    }
    return lists;
  }

  private String prepared(String id) {
    Optional<Checklist> list = draft.content().checklist(id);
    String items =
        list.stream()
            .flatMap(one -> one.items().stream())
            .map(item -> item.title().in(draft.language()))
            .collect(Collectors.joining(draft.text("list.comma", Map.of())));
    String title = list.map(one -> one.title().in(draft.language())).orElse(id);
    return draft.text("brief.prepare", Map.of("title", title, "items", items));
  }
}
