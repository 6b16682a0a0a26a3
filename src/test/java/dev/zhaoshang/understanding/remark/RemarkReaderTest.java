package dev.zhaoshang.understanding.remark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.understanding.remark.RemarkReader.Debt;
import dev.zhaoshang.understanding.remark.RemarkReader.Price;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Typed;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of prices, debts, news and complaints. */
class RemarkReaderTest {

  private static final RemarkReader READER = RemarkReader.load();
  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-03-02T09:00+08:00[Asia/Shanghai]");

  @ParameterizedTest
  @CsvSource({
    "恒瑞同规格报16.5, 恒瑞, 同规格, 16.5, false",
    "正大天晴同品种降到15块8了, 正大天晴, 同品种, 15.8, true",
    "竞品零售价四十二一盒, 竞品, '', 42, false",
    "我们给他开价12.8, 我们给他, '', 12.8, false",
    "我们供货价 12.8, '', '', 12.8, false",
    "Hengrui same pack quotes 16.5, Hengrui, same pack, 16.5, false",
    "the competitor dropped to 15.8, competitor, '', 15.8, true",
  })
  void a_price_is_read_with_whose_and_of_what(
      String text, String company, String item, String yuan, boolean moved) {
    Price price = READER.price(text).orElseThrow();
    assertThat(price.company()).isEqualTo(company);
    assertThat(price.item()).isEqualTo(item);
    assertThat(price.yuan()).isEqualByComparingTo(yuan);
    assertThat(price.moved()).isEqualTo(moved);
  }

  @ParameterizedTest
  @CsvSource({
    "李总欠款3万 月底付, 30000, 2026-03-31",
    "陈总还欠我们2.5万 3月20号前付清, 25000, 2026-03-20",
    "应收款登记一下 欠两万三 下周五付, 23000, 2026-03-13",
    "Li owes us 30k until 20 March, 30000, 2026-03-20",
  })
  void a_debt_is_read_with_its_day(String text, String yuan, LocalDate day) {
    Debt debt = READER.debt(text, NOW).orElseThrow();
    assertThat(debt.yuan()).isEqualByComparingTo(yuan);
    assertThat(debt.times().first().orElseThrow().to()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "恒瑞同规格报16.5, PRICE",
    "齐鲁那边降到9块9, PRICE",
    "Qilu now quotes 9.9, PRICE",
    "李总欠款3万 月底付, OWED",
    "Li owes us 30k, OWED",
    "竞品在苏州买十送一, INTEL",
    "对手在无锡换代理了, INTEL",
    "our competitor launches a new product in May, INTEL",
    "王总投诉上一批盒子压坏了, COMPLAINT",
    "the customer complains about late delivery, COMPLAINT",
  })
  void what_is_told_without_a_command_is_known_by_its_wording(String text, Command command) {
    assertThat(told(text)).contains(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "医院欠他二十万货款",
        "他说资金都压在应收上",
        "做过石药的头孢 供货价19块8",
        "以前代理过扬子江 报价16",
        "他报16.5",
        "底价16.5太高了",
        "竞争对手有哪几家",
        "没有投诉过",
        "一个月走3000盒 开票价18",
      })
  void what_belongs_to_the_record_of_a_customer_is_left_alone(String text) {
    assertThat(told(text)).isEmpty();
  }

  @Test
  void a_price_without_a_number_is_none() {
    assertThat(READER.price("恒瑞报价")).isEmpty();
  }

  private static Optional<Command> told(String text) {
    return READER.told(Typed.of(text, new HanlpScript()));
  }
}
