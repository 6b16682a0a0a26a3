package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.PriceSeen;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.domain.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices, debts, news, needs, complaints and services in one line each. */
class RemarkTest extends WithATeam {

  @BeforeEach
  void open() {
    bench.say("wang", "李国强 无锡同和医药 13812340002 想做无锡");
    bench.say("wang", "新客户");
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
  }

  @Test
  void a_price_of_a_competitor_is_kept_and_taken_back() {
    List<Reply> replies = bench.say("wang", "恒瑞同规格报16.5");
    assertThat(ids(replies)).startsWith("price.kept");
    PriceSeen price = current().all(PriceSeen.class).get(0);
    assertThat(price.company()).isEqualTo("恒瑞");
    assertThat(price.fen()).isEqualTo(1650);
    assertThat(price.customer()).isEqualTo("王建国 苏州康泰医药");
    assertThat(ids(bench.tap("wang", "撤销"))).startsWith("undone");
    assertThat(current().all(PriceSeen.class)).isEmpty();
  }

  @Test
  void a_price_that_moved_goes_to_the_superior() {
    bench.say("wang", "恒瑞同规格报16.5");
    assertThat(bench.unasked("boss")).isEmpty();
    List<Reply> replies = bench.say("wang", "恒瑞同规格报15.8");
    assertThat(ids(replies)).startsWith("price.kept.reported");
    assertThat(replies.get(0).text()).contains("降了 0.7");
    assertThat(told("boss", "price.reported").text()).contains("王五", "15.8");
  }

  @Test
  void prices_are_compared_between_companies_periods_and_customers_with_a_picture() {
    bench.say("wang", "恒瑞同规格报16.5");
    bench.say("wang", "/price 我们供货价 12.8");
    bench.say("wang", "/price 李国强那边我们供货价 13.2");
    bench.now = bench.now.plus(Duration.ofDays(20));
    bench.say("wang", "恒瑞同规格报15.8");
    Reply reply = bench.say("wang", "比价").get(0);
    assertThat(reply.id()).isEqualTo("prices");
    assertThat(reply.text()).contains("恒瑞 同规格：15.8 元", "降了 0.7", "最低 ");
    assertThat(reply.chart()).isNotNull();
    assertThat(bench.say("wang", "/prices 恒瑞").get(0).text()).doesNotContain("12.8");
    assertThat(bench.say("boss", "/prices").get(0).text()).contains("恒瑞", "王五");
  }

  @Test
  void a_debt_is_reminded_of_when_it_is_due_until_it_is_paid() {
    List<Reply> replies = bench.say("wang", "李总欠款3万 周五付");
    assertThat(ids(replies)).startsWith("owed.kept");
    assertThat(replies.get(0).text()).contains("李国强", "30000");
    FollowUp reminder = own().all(FollowUp.class).get(0);
    assertThat(reminder.what()).contains("李国强", "30000");
    bench.until(java.time.Instant.parse("2026-03-06T01:10:00Z"));
    assertThat(bench.unasked("wang")).anySatisfy(r -> assertThat(r.text()).contains("30000"));
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("李国强", "共 30000 元");
    assertThat(ids(bench.tap("wang", "付清 1"))).startsWith("owed.paid");
    assertThat(own().all(FollowUp.class).get(0).isOpen()).isFalse();
    assertThat(ids(bench.say("wang", "应收款"))).startsWith("receivables.none");
  }

  @Test
  void who_pays_at_the_end_of_the_month_raises_no_objection() {
    assertThat(ids(bench.say("wang", "李总欠款3万 月底付"))).startsWith("owed.kept");
  }

  @Test
  void a_debt_of_somebody_who_is_not_on_record_is_not_put_to_the_current_customer() {
    bench.say("wang", "赵总欠款5000 周五付");
    assertThat(current().all(Receivable.class)).isEmpty();
    assertThat(bench.say("wang", "/receivables").get(0).text()).contains("赵总");
  }

  @Test
  void a_debt_without_a_day_says_so_and_one_without_an_amount_is_not_kept() {
    assertThat(ids(bench.say("wang", "/owed 李总 8000"))).startsWith("owed.kept.undated");
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("没定日子");
    assertThat(ids(bench.say("wang", "/owed 李总"))).startsWith("owed.how");
  }

  @Test
  void news_of_a_competitor_goes_to_the_superior() {
    assertThat(ids(bench.say("wang", "竞品在苏州买十送一"))).startsWith("remark.kept.intel.reported");
    assertThat(told("boss", "intel.reported").text()).contains("王五", "买十送一");
  }

  @Test
  void a_complaint_is_closed_with_how_it_was_settled() {
    assertThat(ids(bench.say("wang", "投诉：王总说上一批盒子压坏了"))).startsWith("remark.kept.complaint");
    bench.say("wang", "/remarks");
    assertThat(ids(bench.tap("wang", "办好 1"))).startsWith("remark.done.complaint");
    assertThat(ids(bench.say("wang", "换了两箱 他满意"))).startsWith("remark.done");
    Remark remark = current().all(Remark.class).get(0);
    assertThat(remark.state()).isEqualTo(Remark.State.DONE);
    assertThat(remark.quality()).isEqualTo("换了两箱 他满意");
  }

  @Test
  void a_service_that_was_not_done_is_made_good_by_a_day() {
    assertThat(ids(bench.say("wang", "售后：周五给王总的药店做店员培训"))).startsWith("remark.kept.service.dated");
    bench.say("wang", "/remarks");
    bench.tap("wang", "没做完 1");
    assertThat(ids(bench.say("wang", "再补两家店"))).startsWith("remark.remedy.when");
    assertThat(ids(bench.say("wang", "下周三前补两家店"))).startsWith("remark.remedied");
    Remark remark = current().all(Remark.class).get(0);
    assertThat(remark.state()).isEqualTo(Remark.State.MADE_GOOD);
    assertThat(own().all(FollowUp.class)).filteredOn(FollowUp::isOpen).hasSize(1);
  }

  @Test
  void a_need_belongs_to_a_customer() {
    assertThat(ids(bench.say("wang", "客户需求：王总要备案资料"))).startsWith("remark.kept.need");
    assertThat(current().all(Remark.class))
        .extracting(Remark::sort)
        .containsExactly(Remark.Sort.NEED);
    assertThat(ids(bench.say("wang", "客户需求：钱总要备案资料"))).startsWith("remark.who");
  }

  @Test
  void english_says_the_same() {
    bench.say("wang", "english");
    assertThat(bench.say("wang", "Hengrui same pack quotes 16.5").get(0).text())
        .startsWith("Price noted: Hengrui same pack 16.5 yuan");
    assertThat(bench.say("wang", "/owed 30k by Friday").get(0).text()).contains("30000 yuan");
  }

  private Reply told(String rep, String id) {
    bench.until(bench.now.plusSeconds(5));
    return bench.unasked(rep).stream()
        .filter(reply -> reply.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Ledger own() {
    return bench.shelves.ledgers().find(Ledger.ofRep("wang"));
  }

  private Ledger current() {
    String id = bench.current("wang").orElseThrow().id();
    return bench.shelves.ledgers().find(Ledger.ofDistributor(id));
  }
}
