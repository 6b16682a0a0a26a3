package dev.zhaoshang.understanding.text;

/**
 * A part of a text in its normal form.
 *
 * @param from first index, inclusive
 * @param to last index, exclusive
 */
public record Span(int from, int to) {

  /** Whether both share a character. */
  public boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }

  /** Whether the other lies within. */
  public boolean contains(Span other) {
    return from <= other.from && other.to <= to;
  }

  /** Number of characters. */
  public int length() {
    return to - from;
  }
}
