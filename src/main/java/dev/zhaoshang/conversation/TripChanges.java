package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.domain.Trip.Stop;
import dev.zhaoshang.store.Distributors.Card;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Numbers;
import dev.zhaoshang.understanding.trip.TripReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts somebody on the visit list of a trip, or takes somebody off. */
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
    changed(trip.visiting(stops), "trip.added", stop);
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
    changed(trip.visiting(stops), "trip.removed", stop.get());
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

  private void changed(Trip trip, String replyId, Stop stop) {
    draft.put(draft.own().id(), trip);
    view.show(replyId, draft.text(replyId, Map.of("title", stop.title())), trip);
  }
}
