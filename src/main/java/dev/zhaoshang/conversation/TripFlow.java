package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.domain.Trip.State;
import dev.zhaoshang.domain.Trip.Stop;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.time.TimeProblem;
import dev.zhaoshang.understanding.time.When;
import dev.zhaoshang.understanding.trip.TripReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plans a trip, puts it before the superior, and sees it through: no trip begins unapproved
 * (discipline 1), and everybody on the list is told before departure and on arrival.
 */
final class TripFlow implements Flow {

  private static final TripReader READER = TripReader.load();
  private static final Pattern PHONE = Pattern.compile("[+\\d][\\d\\s-]{5,}\\d");
  private static final Pattern HOTEL_EDGE = Lexicon.load().pattern("trip.hotel.edge");

  private final Draft draft;
  private final TripView view;
  private final Rhythm rhythm;

  TripFlow(Draft draft) {
    this.draft = draft;
    this.view = new TripView(draft);
    this.rhythm = draft.rhythm();
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    String argument = Objects.requireNonNullElse(meaning.argument(), "").strip();
    switch (command) {
      case TRIP -> trip(meaning.argument() == null ? typed() : argument);
      case TRIP_ADD ->
          open().ifPresent(trip -> new TripChanges(draft, view, READER).add(trip, argument));
      case TRIP_REMOVE ->
          open().ifPresent(trip -> new TripChanges(draft, view, READER).remove(trip, argument));
      case TRIP_MOVE ->
          open().ifPresent(trip -> new TripChanges(draft, view, READER).move(trip, argument));
      case DEPART -> open().ifPresent(this::depart);
      case ARRIVED -> open().ifPresent(trip -> arrived(trip, argument));
      case TRIP_OVER -> open().ifPresent(this::over);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (!verb.equals(TripView.VERB) || arguments.size() < 2) {
      return false;
    }
    Optional<Trip> trip = draft.own().find(Trip.class, arguments.get(0)).filter(Trip::isOpen);
    trip.ifPresent(one -> act(one, arguments.get(1), arguments));
    return trip.isPresent();
  }

  private void act(Trip trip, String what, List<String> arguments) {
    switch (what) {
      case TripView.ASK -> ask(trip);
      case TripView.NOTIFY -> notices(trip, false);
      case TripView.DEPART -> depart(trip);
      case TripView.OVER -> over(trip);
      default -> {
        if (arguments.size() == 3) {
          boolean arrival = what.equals(TripView.TOLD_ARRIVAL);
          new TripNotices(draft, view).told(trip, arguments.get(2), arrival);
        }
      }
    }
  }

  private String typed() {
    String text = draft.in().entry().body().text();
    return READER.read(text, now()).areas().isEmpty() ? "" : text;
  }

  private java.time.ZonedDateTime now() {
    return draft.in().now().atZone(rhythm.zone());
  }

  private Optional<Trip> open() {
    Optional<Trip> trip = Trip.open(draft.own());
    if (trip.isEmpty()) {
      draft.say("trip.none", Map.of());
    }
    return trip;
  }

  /** Shows the trip that is open, or plans another. */
  private void trip(String words) {
    if (words.isEmpty()) {
      open().ifPresent(trip -> view.show("trip", "", trip));
      return;
    }
    TripReader.Told told = READER.read(words, now());
    Optional<When> when = told.times().first();
    if (told.past()) {
      draft.say("trip.past", Map.of());
    } else if (when.isEmpty()) {
      draft.say(told.times().problem().map(TripFlow::reply).orElse("trip.when"), Map.of());
    } else if (when.get().to().isBefore(now().toLocalDate())) {
      draft.say("trip.past", Map.of());
    } else if (told.areas().isEmpty()) {
      draft.say("trip.where", Map.of());
    } else {
      plan(when.get(), told);
    }
  }

  private static String reply(TimeProblem problem) {
    return problem == TimeProblem.PAST ? "trip.past" : problem.reply();
  }

  private void plan(When when, TripReader.Told told) {
    Optional<Trip> other =
        draft.own().all(Trip.class).stream()
            .filter(one -> one.overlaps(when.from(), when.to()))
            .findFirst();
    if (other.isPresent()) {
      view.show("trip.overlap", draft.text("trip.overlap", Map.of()), other.get());
      return;
    }
    List<Stop> stops = new VisitList(draft, READER).proposed(told.areas());
    String time = when.time() == null ? null : when.time().toString();
    Trip trip =
        new Trip(
            Ids.of(draft.turn() + "trip", 0),
            when.from(),
            when.to(),
            time,
            told.areas(),
            stops,
            State.PLANNED,
            null,
            null);
    if (stops.isEmpty()) {
      draft.say("trip.empty", Map.of("areas", view.areas(trip)));
      return;
    }
    draft.put(draft.own().id(), trip);
    view.show("trip.planned", draft.text("trip.planned", Map.of()), trip);
  }

  /** Puts the plan before the superior; those on it are on a visit list from then on. */
  private void ask(Trip trip) {
    boolean again =
        trip.approval(draft.own()).map(state -> state != Approval.State.REJECTED).orElse(false);
    if (again) {
      view.show("trip", "", trip);
      return;
    }
    Optional<Approval> asked =
        new ApprovalFlow(draft).ask(Trip.APPROVAL, trip.id(), view.summary(trip));
    asked.ifPresent(
        request -> {
          Stages stages = new Stages(draft);
          for (Stop stop : trip.stops()) {
            Distributor listed = draft.find(stop.distributor());
            if (listed != null) {
              stages.raise(listed, Stage.ON_VISIT_LIST);
            }
          }
          draft.say("trip.asked", Map.of());
        });
  }

  /** Says that a trip is not approved; false when it is. */
  private boolean isShut(Trip trip) {
    boolean approved =
        trip.approval(draft.own()).map(Approval.State.APPROVED::equals).orElse(false);
    if (!approved) {
      view.show("gate.trip", draft.text("gate.trip", Map.of()), trip);
    }
    return !approved;
  }

  /** Says that its days have not come, or are over: what was approved is those days. */
  private boolean isUntimely(Trip trip) {
    boolean due = trip.isDue(now().toLocalDate());
    if (!due) {
      boolean early = now().toLocalDate().isBefore(trip.from());
      String id = early ? "trip.early" : "trip.late";
      view.show(id, draft.text(id, Map.of("days", view.days(trip))), trip);
    }
    return !due;
  }

  private void notices(Trip trip, boolean arrival) {
    if (!isShut(trip)) {
      new TripNotices(draft, view).write(trip, arrival);
    }
  }

  private void depart(Trip trip) {
    if (isShut(trip) || isUntimely(trip)) {
      return;
    }
    draft.put(draft.own().id(), trip.in(State.STARTED));
    draft.say("trip.started", Map.of());
    if (trip.stops().stream().anyMatch(stop -> !stop.departureTold())) {
      new TripNotices(draft, view).write(trip, false);
    }
  }

  /** Notes the hotel and writes what everybody there is told. */
  private void arrived(Trip trip, String words) {
    if (isShut(trip) || (trip.state() == State.PLANNED && isUntimely(trip))) {
      return;
    }
    Matcher phone = PHONE.matcher(words);
    String number = phone.find() ? phone.group() : null;
    String rest = number == null ? words : words.replace(number, "");
    String hotel = HOTEL_EDGE.matcher(rest).replaceAll("").strip();
    if (hotel.isEmpty()) {
      draft.say("trip.hotel", Map.of());
      return;
    }
    Trip there = trip.arrived(hotel, number);
    draft.put(draft.own().id(), there);
    draft.say("trip.arrived", Map.of("hotel", hotel));
    new TripNotices(draft, view).write(there, true);
  }

  private void over(Trip trip) {
    boolean ended = trip.state() == State.STARTED;
    draft.put(draft.own().id(), trip.in(ended ? State.ENDED : State.CANCELLED));
    draft.say(ended ? "trip.ended" : "trip.cancelled", Map.of("areas", view.areas(trip)));
    if (!ended) {
      new Appointments(draft).stand(trip, day -> false);
    }
  }
}
