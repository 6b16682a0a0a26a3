package dev.zhaoshang.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A journey to one area with those who are to be visited there; in the rep's ledger. It may not
 * begin before the superior has approved it (discipline 1).
 *
 * @param id of the trip, without a colon
 * @param from first day
 * @param to last day, not before the first
 * @param time of arrival on the first day, {@code HH:mm}; null when none was told
 * @param areas in the order in which they are gone to
 * @param stops the visit list, in the order of the visits
 * @param state how far it is
 * @param hotel its name; null before the arrival
 * @param hotelPhone its number as typed; null when none was told
 */
public record Trip(
    String id,
    LocalDate from,
    LocalDate to,
    @Nullable String time,
    List<Area> areas,
    List<Stop> stops,
    State state,
    @Nullable String hotel,
    @Nullable String hotelPhone)
    implements LedgerEntry {

  /** The sort of the {@link Approval} that a trip needs. */
  public static final String APPROVAL = "trip";

  public Trip {
    areas = List.copyOf(areas);
    stops = List.copyOf(stops);
  }

  /** How far a trip is. */
  public enum State {
    /** A plan, approved or not. */
    PLANNED,
    /** Under way. */
    STARTED,
    /** Over. */
    ENDED,
    /** Given up. */
    CANCELLED
  }

  /**
   * Where it goes.
   *
   * @param code of GB/T 2260, or {@code area:} and a name for one that the standard lacks
   * @param words as typed
   */
  public record Area(String code, String words) {

    private static final String WHOLE = "00";

    /** Whether a place is this one or lies in it. */
    public boolean covers(String place) {
      String inside = code;
      while (inside.endsWith(WHOLE) && inside.length() > WHOLE.length()) {
        inside = inside.substring(0, inside.length() - WHOLE.length());
      }
      return place.startsWith(inside);
    }
  }

  /**
   * Somebody on the visit list.
   *
   * @param distributor its id
   * @param title name and company, as they were when the list was made
   * @param mobile empty when not known
   * @param area where, in words
   * @param departureTold whether the notice before departure was sent
   * @param arrivalTold whether the notice on arrival was sent
   */
  public record Stop(
      String distributor,
      String title,
      String mobile,
      String area,
      boolean departureTold,
      boolean arrivalTold) {

    /** The same with its notice sent; on arrival, or before departure. */
    public Stop told(boolean arrival) {
      return new Stop(
          distributor, title, mobile, area, departureTold || !arrival, arrivalTold || arrival);
    }

    /** Whether that notice was sent. */
    public boolean isTold(boolean arrival) {
      return arrival ? arrivalTold : departureTold;
    }
  }

  /** Whether it is still to be made, or under way. */
  public boolean isOpen() {
    return state == State.PLANNED || state == State.STARTED;
  }

  /** Whether that day is one of its days. */
  public boolean includes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /**
   * Whether the rep is on it that day: it has begun, or its days have come and it was approved,
   * whether or not the rep said so.
   *
   * @param own ledger of the rep
   */
  public boolean isUnderWay(LocalDate day, Ledger own) {
    return includes(day) && (state == State.STARTED || isReady(own));
  }

  /**
   * Whether it may begin, and has not.
   *
   * @param own ledger of the rep
   */
  public boolean isReady(Ledger own) {
    return state == State.PLANNED
        && approval(own).map(Approval.State.APPROVED::equals).orElse(false);
  }

  /** Whether both want the same day. */
  public boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
    return isOpen() && !from.isAfter(otherTo) && !to.isBefore(otherFrom);
  }

  /** Whether it asks for nothing more than the other: no other day, place or visit. */
  public boolean isWithin(Trip other) {
    return !from.isBefore(other.from())
        && !to.isAfter(other.to())
        && other.areas().containsAll(areas)
        && stops.stream().allMatch(stop -> other.stop(stop.distributor()).isPresent());
  }

  /** Whether it may begin on that day: on one of its own, or on the eve of the first. */
  public boolean isDue(LocalDate day) {
    return !day.isBefore(from.minusDays(1)) && !day.isAfter(to);
  }

  /** Who is visited there; empty for somebody who is not on the list. */
  public Optional<Stop> stop(String distributor) {
    return stops.stream().filter(stop -> stop.distributor().equals(distributor)).findFirst();
  }

  /** The same with another visit list. */
  public Trip visiting(List<Stop> next) {
    return new Trip(id, from, to, time, areas, next, state, hotel, hotelPhone);
  }

  /** The same with that notice of one of the list sent. */
  public Trip told(String distributor, boolean arrival) {
    List<Stop> next = new ArrayList<>();
    stops.forEach(
        stop -> next.add(stop.distributor().equals(distributor) ? stop.told(arrival) : stop));
    return visiting(next);
  }

  /** The same as another plan: what was approved of the old one is not approved of this. */
  public Trip anew(String next) {
    return new Trip(next, from, to, time, areas, stops, state, hotel, hotelPhone);
  }

  /** The same on other days. */
  public Trip on(LocalDate first, LocalDate last, @Nullable String arrival) {
    return new Trip(id, first, last, arrival, areas, stops, state, hotel, hotelPhone);
  }

  /** The same in another state. */
  public Trip in(State next) {
    return new Trip(id, from, to, time, areas, stops, next, hotel, hotelPhone);
  }

  /** The same, arrived at a hotel. */
  public Trip arrived(String where, @Nullable String phone) {
    return new Trip(id, from, to, time, areas, stops, State.STARTED, where, phone);
  }

  /** The trip that is open: the one under way, or else the next; of a rep's ledger. */
  public static Optional<Trip> open(Ledger ledger) {
    List<Trip> open = ledger.all(Trip.class).stream().filter(Trip::isOpen).toList();
    return open.stream()
        .filter(trip -> trip.state() == State.STARTED)
        .findFirst()
        .or(() -> open.stream().min(java.util.Comparator.comparing(Trip::from)));
  }

  /** What became of the request to approve it; empty when it was not asked. */
  public Optional<Approval.State> approval(Ledger ledger) {
    return request(ledger).map(Approval::state);
  }

  /** The last request to approve it; empty when it was not asked. */
  public Optional<Approval> request(Ledger ledger) {
    return ledger.all(Approval.class).stream()
        .filter(one -> one.sort().equals(APPROVAL) && one.about().equals(id))
        .reduce((earlier, later) -> later);
  }
}
