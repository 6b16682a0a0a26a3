package dev.zhaoshang.content;

import java.util.List;
import java.util.Optional;

/**
 * A list of things to say, do or keep in mind, each of which is ticked.
 *
 * @param id the file's name
 * @param title what it is called
 * @param style how it is gone through
 * @param of whose record keeps the ticks
 * @param words that open it, as typed
 * @param lead one sentence on when it is for
 * @param items in their order
 */
public record Checklist(
    String id, Text title, Style style, Owner of, List<String> words, Text lead, List<Item> items) {
  public Checklist {
    words = List.copyOf(words);
    items = List.copyOf(items);
  }

  /** The item with that id. */
  public Optional<Item> item(String itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
  }

  /** How a checklist is gone through. */
  public enum Style {
    /** All at once, ticked in any order. */
    LIST,
    /** One after another, each with its sentence. */
    STEPS,
    /** Read once, and ticked together. */
    REMINDER
  }

  /** Whose record keeps the ticks. */
  public enum Owner {
    /** The distributor's. */
    DISTRIBUTOR,
    /** The rep's, anew each day. */
    REP
  }

  /**
   * One thing.
   *
   * @param id camelCase, unique in its list
   * @param title short name, fit for a button
   * @param say the sentence to say, or what to do
   * @param also other words by which it is ticked
   * @param facts of products.yml and policy.yml that are shown with it, by their ids
   * @param must whether it may not be passed over
   * @param answer whether what was said or found is kept with the tick
   * @param lock what has to be open before it is said
   */
  public record Item(
      String id,
      Text title,
      Text say,
      List<String> also,
      List<String> facts,
      boolean must,
      boolean answer,
      Lock lock) {
    public Item {
      facts = List.copyOf(facts);
      also = List.copyOf(also);
    }
  }

  /** What has to be open before an item is said. */
  public enum Lock {
    /** Nothing. */
    NONE,
    /** The rule on discount rates: the region is free and the distributor assessed. */
    PRICE
  }
}
