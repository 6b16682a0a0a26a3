package dev.zhaoshang.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is kept of a distributor beside its own document: in what was said, sent and planned. */
public interface Traces {

  /** What stands where something was erased. */
  String MARK = "***";

  /**
   * What is erased.
   *
   * @param distributors ids of those who are erased
   * @param people ids of those who may have spoken of them
   * @param numbers that are erased wherever they stand
   * @param words that are erased in what is of those people, or about those distributors, only: a
   *     customer of somebody else may have the same name
   */
  record Erased(
      Set<String> distributors, Set<String> people, List<Pattern> numbers, List<Pattern> words) {}

  /**
   * Up to where everything was looked through.
   *
   * @param collection that is under way
   * @param after the last of its documents that was looked through; null for none
   */
  record Place(String collection, @Nullable String after) {}

  /**
   * Puts {@link #MARK} in the place of words in some documents: of what came in, turns, replies on
   * their way, sessions and ledgers. Only what people typed or were answered is changed, never ids,
   * kinds and states. How to take back a turn that changed one of the distributors is forgotten.
   * Doing it again changes nothing.
   *
   * @param from where to go on; null for the beginning
   * @param most so many documents at most
   * @return where to go on next; empty when everything was looked through
   */
  Optional<Place> erase(Erased erased, @Nullable Place from, int most);
}
