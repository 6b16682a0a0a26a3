package dev.zhaoshang.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lays what a chat was sent beside what it was to be sent: in order, each at least once. Several
 * replies may have gone as one message. One may come again, alone or with what follows it, before
 * anything comes that follows it and did not go with it. Where texts are alike, it cannot be told
 * which of them a message was: of all ways to lay them, one counts that has fewest faults.
 */
final class Deliveries {

  private static final String BETWEEN = "\n\n";

  /** A fault: a reply that came more often than it was tried, or never. */
  private static final int FAULT = 1;

  /** A fault that is taken for granted last: a message that fits nowhere. */
  private static final int MISFIT = 3;

  private final List<String> planned;
  private final List<Integer> tries;
  private final int[] times;
  private final List<String> complaints = new ArrayList<>();

  private Deliveries(List<String> planned, List<Integer> tries) {
    this.planned = planned;
    this.tries = tries;
    this.times = new int[planned.size()];
  }

  /**
   * Some messages, laid in one way.
   *
   * @param before the way without the last of them; null for none
   * @param start of the last that fits: what stands before it cannot come again
   * @param end behind that
   * @param counts how often each from start to end came so far
   * @param isMisfit whether the last message fits nowhere
   * @param faults so far
   */
  private record Way(
      @Nullable Way before,
      int start,
      int end,
      List<Integer> counts,
      boolean isMisfit,
      int faults) {

    static final Way NONE = new Way(null, 0, 0, List.of(), false, 0);

    Way withMisfit() {
      return new Way(this, start, end, counts, true, faults + MISFIT);
    }

    /** All that matters for what comes next. */
    List<Object> place() {
      return List.of(start, end, counts);
    }
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
    Collection<Way> ways = List.of(Way.NONE);
    for (String text : sent) {
      ways = deliveries.next(ways, text);
    }
    Comparator<Way> byFaults =
        Comparator.comparingInt(way -> way.faults() + FAULT * (planned.size() - way.end()));
    deliveries.follow(ways.stream().min(byFaults).orElseThrow(), sent);
    return deliveries;
  }

  /** The ways with one message more; of those that end alike, the best. */
  private Collection<Way> next(Collection<Way> ways, String text) {
    Map<List<Object>, Way> next = new LinkedHashMap<>();
    for (Way way : ways) {
      List<Way> longer = new ArrayList<>();
      for (int start = way.start(); start <= way.end(); start++) {
        int end = endOf(text, start);
        if (end > start && end >= way.end()) {
          longer.add(with(way, start, end));
        }
      }
      // last: of two messages that do not fit together, the later is called the misfit
      longer.add(way.withMisfit());
      longer.forEach(
          one -> next.merge(one.place(), one, (a, b) -> a.faults() <= b.faults() ? a : b));
    }
    return next.values();
  }

  private Way with(Way way, int start, int end) {
    List<Integer> counts =
        IntStream.range(start, end)
            .mapToObj(i -> i < way.end() ? way.counts().get(i - way.start()) + 1 : 1)
            .toList();
    boolean isTried =
        IntStream.range(start, way.end()).allMatch(i -> counts.get(i - start) <= tries.get(i));
    return new Way(way, start, end, counts, false, way.faults() + (isTried ? 0 : FAULT));
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

  private void follow(Way last, List<String> sent) {
    Deque<Way> all = new ArrayDeque<>();
    for (Way way = last; way != null && way.before() != null; way = way.before()) {
      all.addFirst(way);
    }
    int n = 0;
    for (Way way : all) {
      if (way.isMisfit()) {
        complaints.add("not in order, or not to be sent: " + shortened(sent.get(n)));
      } else {
        IntStream.range(way.start(), way.end()).forEach(i -> times[i]++);
      }
      n++;
    }
    for (int left = last.end(); left < planned.size(); left++) {
      complaints.add("never sent: " + shortened(planned.get(left)));
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
