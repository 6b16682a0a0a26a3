package dev.zhaoshang.understanding.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.zhaoshang.domain.Meaning.Scored;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

  private static final Thresholds THRESHOLDS = new Thresholds(0.5, 0.25);

  @Test
  void all_that_are_sure_fire_and_then_nothing_is_offered() {
    List<Scored> ranked = ranked(0.9, 0.5, 0.49, 0.1);
    assertThat(THRESHOLDS.fired(ranked)).containsExactly("o0", "o1");
    assertThat(THRESHOLDS.offered(ranked)).isEmpty();
  }

  @Test
  void three_are_offered_when_none_is_sure_and_the_first_is_likely_enough() {
    assertThat(THRESHOLDS.fired(ranked(0.4, 0.1, 0.1, 0.1))).isEmpty();
    assertThat(THRESHOLDS.offered(ranked(0.4, 0.1, 0.1, 0.1))).containsExactly("o0", "o1", "o2");
  }

  @Test
  void nothing_likely_is_met_with_silence() {
    assertThat(THRESHOLDS.offered(ranked(0.24, 0.1))).isEmpty();
    assertThat(THRESHOLDS.fired(List.of())).isEmpty();
    assertThat(THRESHOLDS.offered(List.of())).isEmpty();
  }

  @Test
  void thresholds_that_make_no_sense_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(0.3, 0.4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(0.3, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(1, 0.4));
  }

  private static List<Scored> ranked(double... scores) {
    return IntStream.range(0, scores.length).mapToObj(i -> new Scored("o" + i, scores[i])).toList();
  }
}
