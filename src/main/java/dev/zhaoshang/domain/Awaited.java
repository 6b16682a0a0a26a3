package dev.zhaoshang.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * What somebody sent is being read elsewhere, and what it says is to come as an update of its own.
 * If it has not come in time, the rep is told; when it comes, this goes.
 *
 * @param id {@code awaited:<id of the update that was sent>}
 * @param reply id of the reply that says that it did not come
 * @param planned by when it is to come
 * @param at when the rep is told, after it was put off
 */
public record Awaited(String id, String reply, Instant planned, Instant at)
    implements LedgerEntry, Timely {

  /** Reading takes seconds; after a restart nobody reads any more. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** What is to follow an update. */
  public static Awaited of(String update, String reply, Instant now) {
    Instant until = now.plus(PATIENCE);
    return new Awaited(idOf(update), reply, until, until);
  }

  /** The id of what is awaited of an update. */
  public static String idOf(String update) {
    return "awaited:" + update;
  }

  @Override
  public Awaited later(Instant next) {
    return new Awaited(id, reply, planned, next);
  }

  @Override
  public Instant due() {
    return at;
  }

  /** Taking a turn back does not make it come or not. */
  @Override
  public boolean isHistory() {
    return true;
  }
}
