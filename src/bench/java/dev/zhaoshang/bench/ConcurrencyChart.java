package dev.zhaoshang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Throughput and waiting against the reps who talk at once, on two logarithmic axes. */
final class ConcurrencyChart {

  private ConcurrencyChart() {}

  static void draw(List<ConcurrencyPart.Level> levels, Path png) {
    XYChart chart =
        new XYChartBuilder()
            .width(800)
            .height(480)
            .title("Turns a second, and milliseconds waited")
            .xAxisTitle("reps at once")
            .build();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
    List<Integer> reps = levels.stream().map(ConcurrencyPart.Level::reps).toList();
    chart.addSeries(
        "turns/s", reps, levels.stream().map(level -> positive(level.perSecond())).toList());
    chart.addSeries("p50 ms", reps, waited(levels, 50));
    chart.addSeries("p99 ms", reps, waited(levels, 99));
    try {
      BitmapEncoder.saveBitmap(chart, png.toString(), BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Double> waited(List<ConcurrencyPart.Level> levels, double percentile) {
    return levels.stream()
        .map(level -> positive(Millis.at(level.result().waited(), percentile)))
        .toList();
  }

  /** A logarithm needs one. */
  private static double positive(double value) {
    return Double.isNaN(value) ? 0.01 : Math.max(value, 0.01);
  }
}
