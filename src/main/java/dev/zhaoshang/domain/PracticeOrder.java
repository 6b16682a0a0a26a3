package dev.zhaoshang.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which objection a rep should practise next: what was lost in a call of late and not practised
 * since, then what is due and was failed last, then what else is due, then what was never
 * practised, then the rest by when it falls due.
 *
 * @param practised by objection
 * @param lost by objection: when a call was last lost over it
 * @param now the time
 */
public record PracticeOrder(
    Map<String, Practised> practised, Map<String, Instant> lost, Instant now) {

  private static final Duration OF_LATE = Duration.ofDays(14);

  public PracticeOrder {
    practised = Map.copyOf(practised);
    lost = Map.copyOf(lost);
  }

  /** Why an objection comes where it comes; in this order. */
  public enum Reason {
    /** A call was lost over it of late. */
    LOST,
    /** It is due and was failed the last time. */
    WEAK,
    /** It is due. */
    DUE,
    /** It was never practised. */
    NEW,
    /** It is not due yet. */
    LATER
  }

  /** The objections in the order in which they should be practised; equals stay as they are. */
  public List<String> of(List<String> objections) {
    return objections.stream()
        .sorted(Comparator.comparing(this::reason).thenComparing(this::within))
        .toList();
  }

  /** Why an objection comes where it comes. */
  public Reason reason(String objection) {
    Practised known = practised.get(objection);
    Instant gone = lost.get(objection);
    if (gone != null
        && gone.plus(OF_LATE).isAfter(now)
        && (known == null || known.last().at().isBefore(gone))) {
      return Reason.LOST;
    }
    if (known == null) {
      return Reason.NEW;
    }
    if (known.next().isAfter(now)) {
      return Reason.LATER;
    }
    return known.last().passed() ? Reason.DUE : Reason.WEAK;
  }

  /** Seconds by which those of one reason are ordered: the latest loss, else the earliest due. */
  private long within(String objection) {
    Practised known = practised.get(objection);
    Instant gone = lost.get(objection);
    if (reason(objection) == Reason.LOST && gone != null) {
      return -gone.getEpochSecond();
    }
    return known == null ? 0 : known.next().getEpochSecond();
  }
}
