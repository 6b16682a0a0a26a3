package dev.zhaoshang.domain;

import java.time.Instant;
import java.util.List;

/**
 * What a list showed last, in its order: by its numbers things are named afterwards, though some of
 * them have ended meanwhile.
 *
 * @param id what is listed, e.g. {@link #FOLLOW_UPS}
 * @param of ids of what was shown
 * @param at when
 */
public record NumberedList(String id, List<String> of, Instant at) implements LedgerEntry {

  /** The list of what a rep has to do. */
  public static final String FOLLOW_UPS = "numbered:followups";

  public NumberedList {
    of = List.copyOf(of);
  }

  @Override
  public boolean isHistory() {
    return true;
  }
}
