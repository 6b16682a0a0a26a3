package dev.zhaoshang.understanding.text;

/**
 * A region in a text.
 *
 * @param span where it stands, with its suffix
 * @param bare where it stands without a trailing province, city, district or county
 * @param code of GB/T 2260, or {@code area:} and the name for one that the standard lacks
 * @param level 0 for an area, 1 province, 2 city, 3 county
 * @param sure false when the name is an everyday word as well
 */
public record Region(Span span, Span bare, String code, int level, boolean sure) {

  /** Code of the province; empty for an area. */
  public String province() {
    return level == 0 ? "" : code.substring(0, 2);
  }

  /** Whether it lies in the other, by their codes. */
  public boolean within(Region outer) {
    int digits = 2 * outer.level;
    return outer.level > 0
        && level > outer.level
        && code.startsWith(outer.code.substring(0, digits));
  }
}
