package dev.zhaoshang.understanding.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  private final Numbers numbers = new Numbers(Lexicon.load());

  @ParameterizedTest
  @CsvSource({
    "20, 20",
    "二十五, 25",
    "廿五, 25",
    "二十来, 20",
    "一百二, 120",
    "一百零六, 106",
    "两千, 2000",
    "3万, 30000",
    "俩, 2",
    "仨, 3",
    "十, 10",
    "a dozen, 12",
    "half a dozen, 6",
    "twenty five, 25",
    "one hundred and six, 106",
  })
  void numerals_and_number_words_have_their_value(String typed, int value) {
    assertThat(numbers.value(typed)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"十几", "几十", "七八", "二十五六", "若干"})
  void a_range_has_no_value(String typed) {
    assertThat(numbers.value(typed)).isNull();
  }
}
