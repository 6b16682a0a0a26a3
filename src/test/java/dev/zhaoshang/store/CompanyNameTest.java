package dev.zhaoshang.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTest {

  @ParameterizedTest
  @CsvSource({
    "苏州康泰医药, 苏州康泰医药有限公司",
    "苏州康泰医药, 苏州康泰医药股份有限公司",
    "苏州康泰医药, 苏州康泰医药有限责任公司",
    "苏州康泰医药公司, ' 苏州 康泰医药 '",
    "苏州康泰（集团）, 苏州康泰(集团)公司",
    "Kangtai Pharma, 'Kangtai  Pharma Co., Ltd.'",
    "ＫＡＮＧＴＡＩ, kangtai Inc",
  })
  void names_that_differ_in_ending_width_spaces_and_punctuation_meet(String one, String other) {
    assertThat(Distributors.companyKey(one)).isEqualTo(Distributors.companyKey(other));
  }

  @ParameterizedTest
  @CsvSource({"苏州康泰医药, 无锡康泰医药", "国药苏州分公司, 国药无锡分公司", "Medco, Med"})
  void names_of_different_companies_do_not_meet(String one, String other) {
    assertThat(Distributors.companyKey(one)).isNotEqualTo(Distributors.companyKey(other));
  }

  @Test
  void a_name_that_is_nothing_but_an_ending_is_kept() {
    assertThat(Distributors.companyKey("有限公司")).isEqualTo("company:有限公司");
  }
}
