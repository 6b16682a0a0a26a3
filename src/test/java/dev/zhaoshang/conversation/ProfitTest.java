package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profits worked out in a call. */
class ProfitTest extends AtTheBench {

  @Test
  void typed_figures_are_worked_out_with_the_arithmetic() {
    Reply reply = bench.say(rep, "/profit 卖价19.5 进价11.3 月300盒 首批500盒 保证金2万").get(0);
    assertThat(reply.id()).isEqualTo("profit");
    assertThat(reply.text())
        .contains("19.5 − 11.3 = 8.2元")
        .contains("8.2 × 300盒 = 2460元")
        .contains("11.3 × 500盒 + 保证金20000 = 25650元")
        .contains("25650 ÷ 2460 ≈ 10.4个月")
        .contains("不是承诺");
  }

  @Test
  void a_rate_gives_the_buying_price_and_what_was_not_typed_is_said() {
    Reply reply = bench.say(rep, "算利润 卖价30 扣率40 月销100盒").get(0);
    assertThat(reply.text())
        .contains("30 × 40% = 12元")
        .contains("18 × 100盒 = 1800元")
        .contains("首批按一个月的量")
        .contains("保证金按公司政策");
  }

  @ParameterizedTest
  @CsvSource({
    "/profit, 还缺卖价",
    "/profit 卖价30, 还缺进价或扣率",
    "/profit 卖价30 进价20, 还缺销量",
    "/profit 卖价30 扣率380 月300盒, 扣率不对劲",
    "/profit 卖价30 扣率-5 月300盒, 扣率不对劲",
    "/profit 卖价0 扣率38 月300盒, 价格不对劲",
    "/profit 卖价30 扣率38 月0盒, 盒数不对劲",
    "/profit 卖价30 扣率38 月0.5盒, 盒数不对劲",
    "/profit 你好, 还缺卖价",
  })
  void figures_that_are_missing_or_impossible_are_answered(String text, String answer) {
    Reply reply = bench.say(rep, text).get(0);
    assertThat(reply.id()).isEqualTo("profit.how");
    assertThat(reply.text()).contains(answer).contains("/profit");
  }

  @Test
  void a_loss_is_called_a_loss() {
    assertThat(bench.say(rep, "/profit 卖价10 进价12 月100盒").get(0).text()).contains("不赚钱");
  }

  @Test
  void our_own_rate_is_not_filled_in_while_it_is_locked() {
    bench.say(rep, "王建国 13812370001 想做苏州 对示例颗粒有兴趣");
    Reply reply = bench.say(rep, "/profit 月300盒").get(0);
    assertThat(reply.id()).isEqualTo("profit.how");
    assertThat(reply.text()).contains("先不报").contains("还缺进价").doesNotContain("11.32");
  }

  @Test
  void it_answers_in_English_too() {
    bench.press(rep, "lang:en");
    assertThat(bench.say(rep, "/profit price 30 rate 40 volume 100").get(0).text())
        .contains("30 × 40% = 12 yuan")
        .contains("A month: 18 × 100 boxes = 1800 yuan");
  }
}
