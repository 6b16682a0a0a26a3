package dev.zhaoshang.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant by a mistyped word. */
final class Suggestion {

  private Suggestion() {}

  /** The known word that is nearest to the typed one; empty when none is near. */
  static Optional<String> nearest(String typed, Collection<String> known) {
    int limit = Math.max(1, typed.length() / 3);
    return known.stream()
        .filter(word -> distance(typed, word) <= limit)
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  /** Levenshtein's distance, case ignored. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
