package dev.zhaoshang.command;

import java.util.Map;
import java.util.stream.Collectors;

/** How many documents of which collection, in words. */
final class DocumentCounts {

  private DocumentCounts() {}

  static String all(Map<String, Long> counts) {
    return String.valueOf(counts.values().stream().mapToLong(Long::longValue).sum());
  }

  static String each(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> "  " + count.getKey() + " " + count.getValue())
        .collect(Collectors.joining("\n"));
  }
}
