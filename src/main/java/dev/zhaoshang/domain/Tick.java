package dev.zhaoshang.domain;

import java.time.Instant;

/**
 * An item of a checklist that was done or passed over on one occasion. A later one takes its place.
 *
 * @param id see {@link #id(String, String, String)}
 * @param checklist id of the checklist
 * @param occasion what it was ticked for: the id of a visit, a date; empty where there is one only
 * @param item id of the item
 * @param state what became of it
 * @param note what was said or found; empty when nothing was noted
 * @param rep who ticked it
 * @param at when
 */
public record Tick(
    String id,
    String checklist,
    String occasion,
    String item,
    State state,
    String note,
    String rep,
    Instant at)
    implements LedgerEntry {

  /** What became of an item. */
  public enum State {
    /** Done, said or seen. */
    DONE,
    /** Passed over. */
    SKIPPED
  }

  /** The id of the entry of an item on an occasion. */
  public static String id(String checklist, String occasion, String item) {
    return "tick:" + checklist + ":" + occasion + ":" + item;
  }
}
