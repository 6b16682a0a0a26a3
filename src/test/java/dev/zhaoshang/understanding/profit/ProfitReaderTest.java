package dev.zhaoshang.understanding.profit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.ProfitFigures;
import dev.zhaoshang.understanding.text.Lexicon;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures as reps type them: selling price, rate, buying price, volume, first order, deposit. */
class ProfitReaderTest {

  private final ProfitReader reader = new ProfitReader(Lexicon.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "零售29.8 扣率38 月300盒 | 29.8 38 - 300 - -",
        "卖价19.5 进价11.32 一个月走三百盒 首批500盒 保证金2万 | 19.5 - 11.32 300 500 20000",
        "29.8 38 300 | 29.8 38 - 300 - -",
        "价格29.8元，38扣，每月300盒 | 29.8 38 - 300 - -",
        "零售29.8 3.8折 销量1000 | 29.8 38 - 1000 - -",
        "零售29.8 扣率0.38 300盒/月 | 29.8 38 - 300 - -",
        "扣率38% 零售30块 月销1.2万盒 | 30 38 - 12000 - -",
        "price 29.8 rate 38 volume 300 first order 500 deposit 20000 | 29.8 38 - 300 500 20000",
        "sells at 19.5, buys at 11.3, 300 boxes a month | 19.5 - 11.3 300 - -",
        "扣率-5 零售30 月300 | 30 -5 - 300 - -",
        "扣率380 零售30 月0盒 | 30 380 - 0 - -",
        "不知道 | - - - - - -",
        "卖价三十 进价二十 月销三百 | 30 - 20 300 - -",
      })
  void figures_are_read_by_the_words_beside_them(String text, String expected) {
    ProfitFigures read = reader.read(text);
    String shown =
        Stream.of(read.sell(), read.rate(), read.buy(), read.volume(), read.order(), read.deposit())
            .map(ProfitReaderTest::shown)
            .collect(Collectors.joining(" "));
    assertThat(Arrays.asList(shown.split(" "))).isEqualTo(Arrays.asList(expected.split(" ")));
  }

  private static String shown(@Nullable BigDecimal amount) {
    return amount == null ? "-" : amount.stripTrailingZeros().toPlainString();
  }

  @Test
  void numbers_without_words_are_what_is_not_told_yet() {
    assertThat(told("25 38扣 300盒")).isEqualTo("25 38 null 300");
    assertThat(told("25 进价12 300")).isEqualTo("25 null 12 300");
    assertThat(told("卖25 进12 300")).isEqualTo("25 null 12 300");
    assertThat(told("25 at 38% 300 boxes")).isEqualTo("25 38 null 300");
    assertThat(told("29.8 3.8折 300")).isEqualTo("29.8 38 null 300");
    assertThat(told("29.8 扣率三八 300盒")).isEqualTo("29.8 38 null 300");
  }

  private String told(String text) {
    ProfitFigures read = new ProfitReader(Lexicon.load()).read(text);
    return Stream.of(read.sell(), read.rate(), read.buy(), read.volume())
        .map(one -> one == null ? "null" : one.stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(" "));
  }
}
