package dev.zhaoshang.store;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is kept of a distributor beside its own document: in what was said, sent and planned. */
public interface Traces {

  /** What stands where something was erased. */
  String MARK = "***";

  /**
   * Puts {@link #MARK} in the place of words wherever they are kept: what came in, turns, replies
   * on their way, sessions and ledgers. How to take back a turn that changed one of the
   * distributors is forgotten. Looks through everything, which takes seconds to minutes; doing it
   * again changes nothing.
   *
   * @param distributors ids of those who are erased
   * @param people ids of those who may have spoken of them
   * @param numbers that are erased wherever they stand
   * @param words that are erased in what is of those people only: a customer of somebody else may
   *     have the same name
   */
  void erase(
      Set<String> distributors, Set<String> people, List<Pattern> numbers, List<Pattern> words);
}
