package dev.zhaoshang.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays what a chat was sent beside what it was to be sent: in order, each at least once. Several
 * replies may have gone as one message.
 */
final class Deliveries {

  private static final String BETWEEN = "\n\n";

  private final List<String> planned;
  private final int[] times;
  private final List<String> complaints = new ArrayList<>();

  private Deliveries(List<String> planned) {
    this.planned = planned;
    this.times = new int[planned.size()];
  }

  /**
   * Compares.
   *
   * @param planned texts in the order in which they were to be sent
   * @param sent texts that were accepted, in order
   */
  static Deliveries compare(List<String> planned, List<String> sent) {
    Deliveries deliveries = new Deliveries(planned);
    int next = 0;
    for (String text : sent) {
      int end = deliveries.endOf(text, next);
      if (end > next) {
        deliveries.count(next, end);
        next = end;
      } else if (!deliveries.again(text, next)) {
        deliveries.complaints.add("not in order, or not to be sent: " + shortened(text));
      }
    }
    for (int left = next; left < planned.size(); left++) {
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

  /** Counts a message that was sent before, the latest that fits. */
  private boolean again(String text, int before) {
    for (int start = before - 1; start >= 0; start--) {
      int end = endOf(text, start);
      if (end > start && end <= before) {
        count(start, end);
        return true;
      }
    }
    return false;
  }

  private void count(int start, int end) {
    for (int i = start; i < end; i++) {
      times[i]++;
    }
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
