package dev.zhaoshang.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field found in a text.
 *
 * @param field id of the field
 * @param value the normalised value; null when the words name the field but cannot be read
 * @param words the part of the text that says it, as typed
 * @param codes gazetteer codes of the regions in the value; empty for others
 * @param confidence 0 to 1
 * @param problem why the words cannot be read (e.g. {@code mobile.length}); null when they can
 */
public record Found(
    String field,
    @Nullable Value value,
    String words,
    List<String> codes,
    double confidence,
    @Nullable String problem) {

  public Found {
    codes = List.copyOf(codes);
  }
}
