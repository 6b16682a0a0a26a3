package dev.zhaoshang.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.Chart.Kind;
import dev.zhaoshang.domain.Chart.Point;
import dev.zhaoshang.domain.Chart.Series;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartPainterTest {

  private final ChartPainter painter = new ChartPainter();

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_chart_is_a_picture_in_which_the_figures_show(Kind kind) throws IOException {
    BufferedImage low = drawn(chart(kind, 1, 2));
    BufferedImage other = drawn(chart(kind, 2, 1));
    assertThat(low.getWidth()).isEqualTo(960);
    assertThat(low.getHeight()).isEqualTo(600);
    assertThat(differing(low, other)).isGreaterThan(200);
  }

  @Test
  void different_titles_in_chinese_are_different_pictures() throws IOException {
    BufferedImage one = drawn(titled("练习进度"));
    BufferedImage other = drawn(titled("本周拜访"));
    assertThat(differing(one, other)).isGreaterThan(200);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nothing_but_zeros_and_gaps_can_be_drawn(Kind kind) throws IOException {
    Series zeros = new Series("a", List.of(new Point("x", 0)));
    Series gaps = new Series("b", List.of());
    Chart chart = new Chart("t", kind, "%", List.of("x", "y"), List.of(zeros, gaps));
    assertThat(drawn(chart).getWidth()).isEqualTo(960);
  }

  @Test
  void the_font_has_every_character_that_replies_have() throws IOException {
    String letters =
        Files.readString(Path.of("dialogs/replies.yml"))
            .codePoints()
            .distinct()
            .filter(Character::isLetterOrDigit)
            .filter(c -> !Typeface.of(12).canDisplay(c))
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    assertThat(letters).isEmpty();
  }

  private static Chart chart(Kind kind, double first, double second) {
    List<Point> points = List.of(new Point("价格太高", first), new Point("没有资金", second));
    return new Chart("t", kind, "", List.of("价格太高", "没有资金"), List.of(new Series("a", points)));
  }

  private static Chart titled(String title) {
    return new Chart(
        title, Kind.BAR, "", List.of("x"), List.of(new Series("a", List.of(new Point("x", 1)))));
  }

  private BufferedImage drawn(Chart chart) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(painter.png(chart)));
  }

  private static long differing(BufferedImage one, BufferedImage other) {
    long count = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
      }
    }
    return count;
  }
}
