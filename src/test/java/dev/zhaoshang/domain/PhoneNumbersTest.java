package dev.zhaoshang.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "王总13812345678要发票, 王总138****5678要发票",
    "138 1234 5678, 138****5678",
    "138-1234-5678, 138****5678",
    "0512-62345678, 0512****678",
    "订单 20261124138123456789, 订单 20261124138123456789",
    "2026-11-24 15:00, 2026-11-24 15:00"
  })
  void numbers_that_could_be_called_are_masked_and_nothing_else(String text, String masked) {
    assertThat(PhoneNumbers.masked(text)).isEqualTo(masked);
  }
}
