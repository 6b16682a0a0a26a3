package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rep is told before a call. Today is Monday, 2 March 2026. */
class BeforeCallTest extends WithATeam {

  @BeforeEach
  void open() {
    bench.say("wang", "李国强 无锡同和医药 13812340002 想做无锡");
    bench.say("wang", "新客户");
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("wang", "加联系人 采购李敏 13912345678 微信同号");
    bench.say("wang", "王总欠款3万 周五付");
    bench.say("wang", "王总付了1万");
    bench.say("wang", "/owed 王总 5000");
    bench.say("wang", "投诉：王总说上一批盒子压坏了");
    bench.say("wang", "售后：周五给王总的药店做店员培训");
  }

  @Test
  void contacts_debts_complaints_and_services_are_told_in_a_line_each() {
    bench.say("wang", "李总欠款7000 周五付");
    String brief = brief();
    assertThat(brief).contains("联系人：采购李敏 · 13912345678 · 微信同号");
    assertThat(brief).contains("欠款 25000 元：20000（3月6日", "5000（没定日子）");
    assertThat(brief).contains("⚠ 投诉没处理：王总说上一批盒子压坏了");
    assertThat(brief).contains("答应的售后：周五给王总的药店做店员培训（3月6日");
    assertThat(brief).doesNotContain("7000", "收王建国", "答应过：");
    assertThat(brief.lines()).hasSizeLessThan(12);
  }

  @Test
  void another_customers_brief_has_none_of_it() {
    assertThat(bench.say("wang", "李国强什么情况").get(0).text())
        .contains("李国强")
        .doesNotContain("欠款", "投诉", "采购李敏");
  }

  @Test
  void what_is_paid_or_settled_is_told_no_more_and_what_is_late_stands_out() {
    bench.now = bench.now.plus(Duration.ofDays(7));
    assertThat(brief()).contains("⚠ 20000（3月6日");
    bench.say("wang", "王总付清了");
    bench.say("wang", "投诉");
    bench.tap("wang", "办好 1");
    bench.say("wang", "店员都会讲了 他满意");
    assertThat(brief()).contains("投诉没处理").doesNotContain("欠款", "答应的售后");
  }

  @Test
  void in_english_it_is_the_same() {
    bench.say("wang", "english");
    assertThat(bench.say("wang", "brief me").get(0).text())
        .contains("Contacts: ", "Owes 25000 yuan: 20000 (due ", "Open complaints: ", "promised: ");
  }

  private String brief() {
    return bench.say("wang", "王总什么情况").get(0).text();
  }
}
