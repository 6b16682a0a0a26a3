package dev.zhaoshang.understanding.practice;

import dev.zhaoshang.content.Compliance;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of an answer.
 *
 * @param points ids of the points that it makes
 * @param breaches what fails it whatever else it says; empty for a clean one
 * @param said whether it is something that one says to a customer, no list of catchwords and no
 *     talk about the answer
 * @param passed whether it makes enough points, is said, and is clean
 */
public record Verdict(Set<String> points, List<Breach> breaches, boolean said, boolean passed) {

  public Verdict {
    points = Set.copyOf(points);
    breaches = List.copyOf(breaches);
  }

  /**
   * Words that fail an answer.
   *
   * @param mustNot id of the must-not
   * @param words as typed
   * @param rule of compliance.yml that they break; null when the checklist alone forbids them
   */
  public record Breach(String mustNot, String words, Compliance.@Nullable Rule rule) {}
}
