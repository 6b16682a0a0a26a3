package dev.zhaoshang.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays what a chat was sent beside what it was to be sent: in order, each at least once. Several
 * replies may have gone as one message, and what is sent again may go with what follows it. A
 * message that came again is counted for a reply of that text that was tried more than it came.
 */
final class Deliveries {

  private static final String BETWEEN = "\n\n";

  private final List<String> planned;
  private final List<Integer> tries;
  private final int[] times;
  private final List<String> complaints = new ArrayList<>();

  /** Before which all were sent. */
  private int next;

  private Deliveries(List<String> planned, List<Integer> tries) {
    this.planned = planned;
    this.tries = tries;
    this.times = new int[planned.size()];
  }

  /**
   * Compares.
   *
   * @param planned texts in the order in which they were to be sent
   * @param tries how often each was tried
   * @param sent texts that were accepted, in order
   */
  static Deliveries compare(List<String> planned, List<Integer> tries, List<String> sent) {
    Deliveries deliveries = new Deliveries(planned, tries);
    for (String text : sent) {
      int end = deliveries.endOf(text, deliveries.next);
      if (end > deliveries.next) {
        deliveries.count(deliveries.next, end);
      } else if (!deliveries.again(text)) {
        deliveries.complaints.add("not in order, or not to be sent: " + shortened(text));
      }
    }
    for (int left = deliveries.next; left < planned.size(); left++) {
      deliveries.complaints.add("never sent: " + shortened(planned.get(left)));
    }
    return deliveries;
  }

  /** Behind the last reply of a message that begins with this one; the start when none fits. */
  private int endOf(String text, int start) {
    StringBuilder joined = new StringBuilder();
    for (int end = start; end < planned.size() && joined.length() <= text.length(); end++) {
      joined.append(end == start ? "" : BETWEEN).append(planned.get(end));
      if (joined.toString().equals(text)) {
        return end + 1;
      }
    }
    return start;
  }

  /**
   * Counts a message that was sent before, alone or with what follows it: the latest, for whatever
   * follows waits for its being sent again.
   */
  private boolean again(String text) {
    int latest = -1;
    for (int start = next - 1; start >= 0; start--) {
      int end = endOf(text, start);
      boolean fits = end > start && (end >= next || areAlike(start, next));
      if (fits && isTriedMore(start, end)) {
        count(start, end);
        return true;
      }
      latest = fits && latest < 0 ? start : latest;
    }
    if (latest >= 0) {
      count(latest, endOf(text, latest));
    }
    return latest >= 0;
  }

  /** Whether all these have one text, so that it cannot be told which of them came again. */
  private boolean areAlike(int start, int end) {
    return planned.subList(start, end).stream().distinct().count() == 1;
  }

  private boolean isTriedMore(int start, int end) {
    return IntStream.range(start, end).allMatch(i -> times[i] < tries.get(i));
  }

  private void count(int start, int end) {
    for (int i = start; i < end; i++) {
      times[i]++;
    }
    next = Math.max(next, end);
  }

  private static String shortened(String text) {
    String line = text.replace('\n', ' ');
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  /** How often the n-th was accepted. */
  int times(int n) {
    return times[n];
  }

  List<String> complaints() {
    return complaints;
  }
}
