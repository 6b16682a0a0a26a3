package dev.zhaoshang.understanding.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishTyposTest {

  private final EnglishTypos typos = new EnglishTypos();

  @ParameterizedTest
  @CsvSource({
    "6 clincal reps, 6 clinical reps",
    "hosptial first, hospital first",
    "an indvidual and a phramacy, an individual and a pharmacy",
    "Disribution only, distribution only",
    "he promotes it in hospitals, he promotes it in hospitals",
  })
  void one_slip_in_a_trade_word_is_mended(String typed, String plain) {
    assertThat(typos.mend(Typed.of(typed, text -> text)).plain()).isEqualTo(plain);
  }

  @Test
  void what_was_typed_is_kept() {
    Typed mended = typos.mend(Typed.of("Lijiang Pharmaceutcal, Wuzhou", text -> text));
    assertThat(mended.plain()).isEqualTo("lijiang pharmaceutical, wuzhou");
    assertThat(mended.words(0, 22)).isEqualTo("Lijiang Pharmaceutcal");
    assertThat(mended.words(24, 30)).isEqualTo("Wuzhou");
  }
}
