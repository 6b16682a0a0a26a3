package dev.zhaoshang.bench;

import org.HdrHistogram.Histogram;

/** Percentiles of a histogram of microseconds, in milliseconds. */
final class Millis {

  private Millis() {}

  static double at(Histogram micros, double percentile) {
    return micros.getTotalCount() == 0
        ? Double.NaN
        : micros.getValueAtPercentile(percentile) / 1000.0;
  }

  static String text(Histogram micros, double percentile) {
    return Report.number(at(micros, percentile));
  }
}
