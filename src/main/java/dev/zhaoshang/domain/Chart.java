package dev.zhaoshang.domain;

import java.util.List;

/**
 * Figures to be looked at as a picture. Says nothing about how it is drawn; a channel without
 * pictures shows the reply's text alone, which therefore says what matters.
 *
 * @param title above the picture
 * @param kind how the figures are compared
 * @param unit of the values, e.g. {@code %}; empty for plain counts
 * @param labels of the places along the axis, in order, without repeats; at least one
 * @param series in the order in which they are named; at least one
 */
public record Chart(
    String title, Kind kind, String unit, List<String> labels, List<Series> series) {

  /** Refuses a chart that cannot be drawn. */
  public Chart {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    if (labels.isEmpty() || series.isEmpty()) {
      throw new IllegalArgumentException("a chart has a label and a series at least: " + title);
    }
    for (Series one : series) {
      for (Point point : one.points()) {
        if (!labels.contains(point.label()) || !Double.isFinite(point.value())) {
          throw new IllegalArgumentException("no such place, or no number: " + point);
        }
      }
    }
  }

  /** How the figures are compared. */
  public enum Kind {
    /** Amounts beside each other. */
    BAR,
    /** The course of something. */
    LINE
  }

  /**
   * What belongs together.
   *
   * @param name of the series
   * @param points at most one a label; a label without a point is a gap
   */
  public record Series(String name, List<Point> points) {

    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * One figure.
   *
   * @param label where along the axis
   * @param value finite
   */
  public record Point(String label, double value) {}
}
