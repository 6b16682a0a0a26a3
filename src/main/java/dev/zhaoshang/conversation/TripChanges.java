package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.domain.Trip.Stop;
import dev.zhaoshang.store.Distributors.Card;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Numbers;
import dev.zhaoshang.understanding.time.TimeProblem;
import dev.zhaoshang.understanding.time.When;
import dev.zhaoshang.understanding.trip.TripReader;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes the plan of a trip: who is on its visit list, and its days. */
final class TripChanges {

  private static final Numbers NUMBERS = new Numbers(Lexicon.load());

  private final Draft draft;
  private final TripView view;
  private final TripReader reader;

  TripChanges(Draft draft, TripView view, TripReader reader) {
    this.draft = draft;
    this.view = view;
    this.reader = reader;
  }

  /** Adds the one of the rep's distributors whom the words name. */
  void add(Trip trip, String words) {
    List<Card> named =
        draft.in().snapshot().portfolio().stream()
            .filter(card -> !words.isEmpty() && NameMatch.fits(words, card))
            .toList();
    if (named.size() != 1) {
      draft.say(
          named.isEmpty() ? "trip.add.nobody" : "trip.add.several",
          Map.of("words", words, "n", String.valueOf(named.size())));
      return;
    }
    Card card = named.get(0);
    if (VisitList.isDropped(card)) {
      draft.say("trip.add.dropped", Map.of("title", card.name()));
      return;
    }
    Stop stop = new VisitList(draft, reader).stop(card, trip);
    if (trip.stop(card.id()).isPresent()) {
      view.show("trip", draft.text("trip.add.there", Map.of("title", stop.title())), trip);
      return;
    }
    List<Stop> stops = new ArrayList<>(trip.stops());
    stops.add(place(stops, stop), stop);
    changed(trip, trip.visiting(stops), "trip.added", Map.of("title", stop.title()));
  }

  /** After the last one of the same place. */
  private static int place(List<Stop> stops, Stop stop) {
    for (int i = stops.size(); i > 0; i--) {
      if (stops.get(i - 1).area().equals(stop.area())) {
        return i;
      }
    }
    return stops.size();
  }

  /** Takes off the one with that number or name. */
  void remove(Trip trip, String words) {
    Optional<Stop> stop = numbered(trip, words).or(() -> named(trip, words));
    if (stop.isEmpty()) {
      view.show("trip.remove.nobody", draft.text("trip.remove.nobody", Map.of()), trip);
      return;
    }
    List<Stop> stops = new ArrayList<>(trip.stops());
    stops.remove(stop.get());
    changed(trip, trip.visiting(stops), "trip.removed", Map.of("title", stop.get().title()));
  }

  private static Optional<Stop> numbered(Trip trip, String words) {
    Integer number = NUMBERS.value(words);
    return number == null || number < 1 || number > trip.stops().size()
        ? Optional.empty()
        : Optional.of(trip.stops().get(number - 1));
  }

  private static Optional<Stop> named(Trip trip, String words) {
    List<Stop> named =
        trip.stops().stream()
            .filter(stop -> NameMatch.fits(words, card(stop)))
            .filter(stop -> !words.isEmpty())
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private static Card card(Stop stop) {
    return new Card(
        stop.distributor(), stop.title(), "", stop.mobile(), List.of(), List.of(), "", false);
  }

  /** Moves it to the days that the words tell. */
  void move(Trip trip, String words) {
    ZonedDateTime now = draft.in().now().atZone(draft.rhythm().zone());
    TripReader.Told told = reader.read(words, now);
    Optional<When> when = told.times().first();
    boolean past =
        told.past() || told.times().problem().filter(TimeProblem.PAST::equals).isPresent();
    if (past || when.isEmpty() || isOver(trip, when.get(), now.toLocalDate())) {
      draft.say(when.isEmpty() && !past ? "trip.when" : "trip.past", Map.of());
      return;
    }
    Optional<Trip> other =
        draft.own().all(Trip.class).stream()
            .filter(one -> !one.id().equals(trip.id()))
            .filter(one -> one.overlaps(when.get().from(), when.get().to()))
            .findFirst();
    if (other.isPresent()) {
      view.show("trip.overlap", draft.text("trip.overlap", Map.of()), other.get());
      return;
    }
    LocalTime time = when.get().time();
    String arrival = time == null ? trip.time() : time.toString();
    Trip moved = trip.on(when.get().from(), when.get().to(), arrival);
    changed(trip, moved, "trip.moved", Map.of("days", view.days(moved)));
    new Appointments(draft)
        .stand(trip, day -> !day.isBefore(moved.from()) && !day.isAfter(moved.to()));
  }

  /** Whether days are past; of a trip under way those before today are where it began. */
  private static boolean isOver(Trip trip, When when, LocalDate today) {
    boolean began = trip.state() == Trip.State.STARTED && when.from().equals(trip.from());
    return when.to().isBefore(today) || (when.from().isBefore(today) && !began);
  }

  /**
   * Keeps the change. What was approved, or is being decided, or is under way has to be approved
   * anew, unless it only becomes less: then the superior is told.
   */
  private void changed(Trip before, Trip trip, String replyId, Map<String, String> values) {
    Optional<Approval> asked =
        before.request(draft.own()).filter(one -> one.state() != Approval.State.REJECTED);
    String lead = draft.text(replyId, values);
    if (asked.isEmpty() || trip.isWithin(before)) {
      draft.put(draft.own().id(), trip);
      if (asked.isPresent()) {
        new RemarkView(draft).report("trip.changed", view.summary(trip));
      }
      view.show(replyId, lead, trip);
      return;
    }
    Trip anew = trip.anew(Ids.of(draft.turn() + "trip", 1)).in(Trip.State.PLANNED);
    draft.change(draft.own().id(), List.of(anew), List.of(trip.id()));
    if (asked.get().state() == Approval.State.PENDING) {
      draft.change(Ledger.ofRep(asked.get().to()), List.of(), List.of(asked.get().id()));
    }
    view.show(replyId, lead + "\n" + draft.text("trip.anew", Map.of()), anew);
  }
}
