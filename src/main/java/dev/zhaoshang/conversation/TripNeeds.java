package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.domain.Trip.Stop;
import dev.zhaoshang.domain.Update;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What turns about trips read besides. */
final class TripNeeds {

  /** Commands for which the rep's distributors are looked through. */
  static final Set<Command> CHOOSING =
      Set.of(Command.TRIP, Command.TRIP_ADD, Command.TRIP_MOVE, Command.VISIT);

  /** Commands that say who goes and whom that is reported to. */
  static final Set<Command> REPORTED =
      Set.of(
          Command.TRIP,
          Command.TRIP_ADD,
          Command.TRIP_REMOVE,
          Command.TRIP_MOVE,
          Command.DEPART,
          Command.ARRIVED);

  private TripNeeds() {}

  /** Whether the button is one of a trip. */
  static boolean isOfTrips(@Nullable String button) {
    return button != null && button.startsWith(TripView.VERB + ":");
  }

  /**
   * Ids of distributors who may stand on a visit list, or do: their records and ledgers are read.
   *
   * @param chosen ids of the rep's distributors, where these were looked through
   */
  static List<String> distributors(
      String rep,
      Update update,
      @Nullable Meaning meaning,
      Map<String, Ledger> ledgers,
      List<String> chosen) {
    Command command = meaning == null ? null : meaning.command();
    boolean plans = command != null && CHOOSING.contains(command);
    if (!plans && !isOfTrips(update.button())) {
      return List.of();
    }
    Ledger own = ledgers.getOrDefault(Ledger.ofRep(rep), Ledger.empty(Ledger.ofRep(rep)));
    Stream<String> listed =
        own.all(Trip.class).stream()
            .filter(Trip::isOpen)
            .flatMap(trip -> trip.stops().stream())
            .map(Stop::distributor);
    return Stream.concat(listed, plans ? chosen.stream() : Stream.of()).distinct().toList();
  }
}
