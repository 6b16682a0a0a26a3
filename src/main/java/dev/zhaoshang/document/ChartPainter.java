package dev.zhaoshang.document;

import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.Chart.Point;
import dev.zhaoshang.domain.Chart.Series;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** Draws charts as PNG pictures that can be read on a phone. Needs no display and no font. */
public final class ChartPainter {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 600;

  /** What the axis, margins and numbers leave for labels, in pixels. */
  private static final int LABEL_ROOM = 820;

  private static final int SLANTED = 30;

  private static final float LETTERS = 20;

  private static final Color INK = new Color(0x22, 0x2b, 0x36);
  private static final Color GRID = new Color(0xe3, 0xe7, 0xec);

  /** Told apart by people who see red and green alike: the colours of Okabe and Ito. */
  private static final Color[] COLOURS = {
    new Color(0x00, 0x72, 0xb2),
    new Color(0xe6, 0x9f, 0x00),
    new Color(0x00, 0x9e, 0x73),
    new Color(0xcc, 0x79, 0xa7),
    new Color(0x56, 0xb4, 0xe9),
    new Color(0xd5, 0x5e, 0x00)
  };

  /** The chart as a PNG of 960 by 600 pixels. */
  public byte[] png(Chart chart) {
    // A course of one place is no course.
    boolean bars = chart.kind() == Chart.Kind.BAR || chart.labels().size() == 1;
    try {
      return BitmapEncoder.getBitmapBytes(bars ? bars(chart) : lines(chart), BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CategoryChart bars(Chart chart) {
    CategoryChart drawn = new CategoryChart(WIDTH, HEIGHT);
    drawn.setTitle(chart.title());
    drawn.setYAxisTitle(chart.unit());
    CategoryStyler style = drawn.getStyler();
    style(style, chart);
    style.setAvailableSpaceFill(0.6);
    style.setLabelsVisible(chart.series().size() == 1);
    style.setLabelsFont(Typeface.of(LETTERS));
    double most = all(chart).max().orElse(0);
    if (all(chart).allMatch(value -> value >= 0)) {
      style.setYAxisMin(0.0);
      style.setYAxisMax(most == 0 ? 1 : rounded(most));
    }
    for (Series series : chart.series()) {
      Map<String, Double> values = new HashMap<>();
      series.points().forEach(point -> values.put(point.label(), point.value()));
      List<@Nullable Double> row = new ArrayList<>();
      chart.labels().forEach(label -> row.add(values.get(label)));
      drawn.addSeries(series.name(), chart.labels(), row);
    }
    return drawn;
  }

  /** Lines go on over gaps; the places along the axis stand at 0, 1, 2 and so on. */
  private static XYChart lines(Chart chart) {
    XYChart drawn = new XYChart(WIDTH, HEIGHT);
    drawn.setTitle(chart.title());
    drawn.setYAxisTitle(chart.unit());
    int last = chart.labels().size() - 1;
    XYStyler style = drawn.getStyler();
    style(style, chart);
    style.setXAxisMin(0.0);
    style.setXAxisMax((double) last);
    style.setXAxisTickMarkSpacingHint(Math.max(1, LABEL_ROOM / last));
    drawn.setCustomXAxisTickLabelsFormatter(
        x -> {
          int place = (int) Math.round(x);
          boolean between = Math.abs(x - place) > 0.01 || place < 0 || place > last;
          return between ? " " : chart.labels().get(place);
        });
    for (Series series : chart.series()) {
      if (!series.points().isEmpty()) {
        List<Point> points = inOrder(chart, series);
        drawn.addSeries(
            series.name(),
            points.stream().mapToDouble(point -> chart.labels().indexOf(point.label())).toArray(),
            points.stream().mapToDouble(Point::value).toArray());
      }
    }
    return drawn;
  }

  private static List<Point> inOrder(Chart chart, Series series) {
    return series.points().stream()
        .sorted(Comparator.comparingInt(point -> chart.labels().indexOf(point.label())))
        .toList();
  }

  private static DoubleStream all(Chart chart) {
    return chart.series().stream().flatMap(s -> s.points().stream()).mapToDouble(Point::value);
  }

  /** The next number with one digit but zeros, so that the axis has round numbers. */
  private static double rounded(double most) {
    double unit = Math.pow(10, Math.floor(Math.log10(most)));
    return Math.ceil(most / unit) * unit;
  }

  private static void style(AxesChartStyler style, Chart chart) {
    Font font = Typeface.of(LETTERS);
    style.setBaseFont(font);
    style.setChartTitleFont(font.deriveFont(LETTERS * 1.3f));
    style.setLegendFont(font);
    style.setAxisTitleFont(font);
    style.setAxisTickLabelsFont(font);
    style.setChartFontColor(INK);
    style.setAxisTickLabelsColor(INK);
    style.setChartTitleBoxVisible(false);
    style.setChartBackgroundColor(Color.WHITE);
    style.setChartPadding(24);
    style.setPlotBorderVisible(false);
    style.setPlotGridVerticalLinesVisible(false);
    style.setPlotGridLinesColor(GRID);
    style.setAxisTicksMarksVisible(false);
    style.setSeriesColors(COLOURS);
    style.setMarkerSize(9);
    style.setYAxisTitleVisible(!chart.unit().isEmpty());
    style.setXAxisTitleVisible(false);
    style.setLegendVisible(chart.series().size() > 1);
    style.setLegendPosition(LegendPosition.OutsideS);
    style.setLegendLayout(LegendLayout.Horizontal);
    style.setLegendBorderColor(Color.WHITE);
    style.setXAxisLabelRotation(fits(chart, font) ? 0 : SLANTED);
  }

  /** Whether the labels stand beside each other without touching. */
  private static boolean fits(Chart chart, Font font) {
    FontRenderContext context = new FontRenderContext(null, true, true);
    double widest =
        chart.labels().stream()
            .mapToDouble(label -> font.getStringBounds(label + "  ", context).getWidth())
            .max()
            .orElse(0);
    return widest * chart.labels().size() <= LABEL_ROOM;
  }
}
