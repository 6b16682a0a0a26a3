package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.domain.Trip.Stop;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** When distributors are met, as it stands beside them: on a visit list, a card, in a brief. */
final class Appointments {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

  private final Draft draft;
  private final FollowUpView view;

  Appointments(Draft draft) {
    this.draft = draft;
    this.view = new FollowUpView(draft);
  }

  /** Appointments with a distributor that are to come, the earliest first. */
  List<FollowUp> with(String distributor) {
    return with(distributor, draft.in().session().rep());
  }

  private List<FollowUp> with(String distributor, String rep) {
    return FollowUp.appointments(draft.ledger(Ledger.ofRep(rep))).stream()
        .filter(one -> distributor.equals(one.distributor()))
        .toList();
  }

  /** Those of a day are kept: the visit has begun. */
  void kept(String distributor, LocalDate day) {
    with(distributor).stream()
        .filter(one -> draft.rhythm().date(one.at()).equals(day))
        .forEach(one -> draft.put(draft.own().id(), one.ended(FollowUp.State.DONE, one.note())));
  }

  /** Those with somebody who is given up are off, and it is said which. */
  void drop(String distributor, String reason) {
    for (FollowUp one : with(distributor)) {
      FollowUp ended = one.ended(FollowUp.State.DROPPED, reason);
      draft.put(draft.own().id(), ended);
      view.say("appointment.off", ended, "", view.undo());
    }
  }

  /**
   * Says which appointments of a trip stand, once its days are no more what they were; nothing
   * where there are none.
   *
   * @param days of which an appointment needs no word
   */
  void stand(Trip trip, Predicate<LocalDate> days) {
    String standing =
        FollowUp.appointments(draft.own()).stream()
            .filter(one -> isOf(trip, one) && !days.test(draft.rhythm().date(one.at())))
            .map(
                one ->
                    draft.text(
                        "appointments.one", Map.of("what", view.what(one), "when", view.when(one))))
            .collect(Collectors.joining("\n"));
    if (!standing.isEmpty()) {
      draft.say("trip.appointments", Map.of("list", standing));
    }
  }

  private boolean isOf(Trip trip, FollowUp one) {
    LocalDate day = draft.rhythm().date(one.at());
    String distributor = one.distributor();
    return !day.isBefore(trip.from())
        && !day.isAfter(trip.to())
        && distributor != null
        && trip.stop(distributor).isPresent();
  }

  /** The line of a card; empty without an appointment. */
  Optional<String> line(Distributor distributor) {
    String when = whens(with(distributor.id(), distributor.owner()));
    return when.isEmpty()
        ? Optional.empty()
        : Optional.of(draft.text("appointment.line", Map.of("when", when)));
  }

  /** What stands beside somebody on a visit list; empty without an appointment. */
  String on(Stop stop) {
    String when = whens(with(stop.distributor()));
    return when.isEmpty() ? "" : draft.text("appointment.line", Map.of("when", when));
  }

  private String whens(List<FollowUp> appointments) {
    return appointments.stream()
        .map(view::when)
        .collect(Collectors.joining(draft.text("list.comma", Map.of())));
  }

  /** The hours of a day; empty without an appointment at an hour. */
  String at(Stop stop, LocalDate day) {
    return with(stop.distributor()).stream()
        .filter(one -> !one.isForDay() && draft.rhythm().date(one.at()).equals(day))
        .map(one -> CLOCK.format(one.at().atZone(draft.rhythm().zone())))
        .collect(Collectors.joining(" "));
  }
}
