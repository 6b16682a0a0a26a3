package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Assessment;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.domain.Trip.Area;
import dev.zhaoshang.domain.Trip.Stop;
import dev.zhaoshang.store.Distributors.Card;
import dev.zhaoshang.understanding.trip.TripReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Proposes who is visited on a trip: the rep's living distributors of its areas, place by place and
 * in each place those first who have come furthest and are assessed best.
 */
final class VisitList {

  private final Draft draft;
  private final TripReader reader;

  VisitList(Draft draft, TripReader reader) {
    this.draft = draft;
    this.reader = reader;
  }

  private record Candidate(Stop stop, int area, String place, Stage stage, int score) {}

  /** Who is proposed; nobody when none of the rep's distributors is there. */
  List<Stop> proposed(List<Area> areas) {
    List<Candidate> candidates = new ArrayList<>();
    for (Card card : draft.in().snapshot().portfolio()) {
      if (!card.archived() && !isDropped(card)) {
        candidate(card, areas).ifPresent(candidates::add);
      }
    }
    return candidates.stream()
        .sorted(
            Comparator.comparingInt(Candidate::area)
                .thenComparing(Candidate::place)
                .thenComparing(Candidate::stage, Comparator.reverseOrder())
                .thenComparing(Candidate::score, Comparator.reverseOrder()))
        .map(Candidate::stop)
        .toList();
  }

  static boolean isDropped(Card card) {
    return card.stage().equals(Stage.DROPPED.id());
  }

  private Optional<Candidate> candidate(Card card, List<Area> areas) {
    List<String> places = places(card);
    for (int i = 0; i < areas.size(); i++) {
      Area area = areas.get(i);
      Optional<String> place = places.stream().filter(area::covers).findFirst();
      if (place.isPresent()) {
        Stage stage = Stage.of(card.stage()).orElse(Stage.LEAD);
        int score = score(card.id()).orElse(-1);
        return Optional.of(new Candidate(stop(card, area.words()), i, place.get(), stage, score));
      }
    }
    return Optional.empty();
  }

  /** Where somebody is: by the address, else by the regions that are wanted. */
  private List<String> places(Card card) {
    Distributor distributor = draft.find(card.id());
    String address =
        distributor == null ? "" : distributor.text("address").orElse("") + " " + card.company();
    List<String> places = new ArrayList<>(reader.places(address));
    places.addAll(reader.places(String.join(" ", card.regions())));
    return places;
  }

  /** The score of the assessment. */
  OptionalInt score(String distributor) {
    return Assessment.in(draft.ledger(Ledger.ofDistributor(distributor)))
        .map(Assessment::score)
        .filter(Objects::nonNull)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** A place on the list for somebody; where it is is told by the trip's areas if they fit. */
  Stop stop(Card card, Trip trip) {
    List<String> places = places(card);
    String words =
        trip.areas().stream()
            .filter(area -> places.stream().anyMatch(area::covers))
            .map(Area::words)
            .findFirst()
            .orElse(String.join(" ", card.regions()));
    return stop(card, words);
  }

  private Stop stop(Card card, String area) {
    Distributor distributor = draft.find(card.id());
    Phrases phrases = new Phrases(draft.content(), draft.language());
    String title = distributor == null ? card.name() : phrases.title(distributor);
    return new Stop(card.id(), title, card.mobile(), area, false, false);
  }
}
