package dev.zhaoshang.conversation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.PriceSeen;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.domain.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers pay of their debts. Today is Monday, 2 March 2026. */
class PaymentTest extends WithATeam {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @BeforeEach
  void open() {
    bench.say("wang", "李国强 无锡同和医药 13812340002 想做无锡");
    bench.say("wang", "新客户");
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("wang", "李总欠款3万 周五付");
  }

  @Test
  void a_part_that_is_paid_leaves_the_rest_and_its_day() {
    Instant before = reminder().at();
    List<Reply> replies = bench.say("wang", "李总付了1万");
    assertThat(ids(replies)).startsWith("paid.part");
    assertThat(replies.get(0).text()).contains("李国强", "付了 10000 元", "还剩 20000 元");
    assertThat(reminder().at()).isEqualTo(before);
    assertThat(reminder().what()).contains("20000");
    Reply list = bench.say("wang", "应收款").get(0);
    assertThat(list.text()).contains("共 20000 元", "20000 元（共 30000，已付 10000）", "3月6日");
  }

  @Test
  void the_last_part_closes_it_and_its_reminder() {
    bench.say("wang", "李总付了1万");
    List<Reply> replies = bench.say("wang", "李总昨天付了两万");
    assertThat(ids(replies)).startsWith("paid.all");
    assertThat(reminder().isOpen()).isFalse();
    assertThat(ids(bench.say("wang", "应收款"))).startsWith("receivables.none");
  }

  @Test
  void undo_takes_a_payment_back() {
    bench.say("wang", "李总付了1万");
    bench.tap("wang", "撤销");
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("共 30000 元");
    assertThat(reminder().what()).contains("30000");
    bench.say("wang", "李总付清了");
    assertThat(reminder().isOpen()).isFalse();
    bench.say("wang", "撤销");
    assertThat(reminder().isOpen()).isTrue();
  }

  @Test
  void what_is_due_first_is_paid_first_and_what_is_too_much_is_said() {
    bench.say("wang", "李总欠款5000 下周三付");
    List<Reply> replies = bench.say("wang", "李总付了32000");
    assertThat(replies.get(0).text()).contains("还剩 3000 元", "3月11日");
    replies = bench.say("wang", "李总付了4000");
    assertThat(ids(replies)).startsWith("paid.over");
    assertThat(replies.get(0).text()).contains("多出的 1000 元");
  }

  @Test
  void who_owes_nothing_pays_no_debt_of_another() {
    assertThat(ids(bench.say("wang", "王总付了1万"))).startsWith("paid.none");
    assertThat(ids(bench.say("wang", "钱总付了1万"))).startsWith("paid.none");
    assertThat(ids(bench.say("wang", "他付了1万"))).startsWith("paid.none");
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("共 30000 元");
  }

  @Test
  void somebody_who_is_not_on_record_pays_too() {
    bench.say("wang", "赵总欠款5000 周五付");
    assertThat(bench.say("wang", "赵总付了2000").get(0).text()).contains("还剩 3000 元");
  }

  @Test
  void a_button_of_the_list_asks_who_paid_how_much() {
    bench.say("wang", "应收款");
    assertThat(ids(bench.tap("wang", "付了一部分"))).startsWith("paid.how");
    assertThat(ids(bench.say("wang", "李总付了1万"))).startsWith("paid.part");
    assertThat(ids(bench.say("wang", "/paid 李总 5000"))).startsWith("paid.part");
    bench.say("wang", "应收款");
    assertThat(bench.tap("wang", "付清 1").get(0).text()).contains("15000");
    assertThat(ids(bench.say("wang", "/paid"))).startsWith("paid.how");
  }

  @Test
  void what_is_left_is_reminded_of_on_the_day() {
    bench.say("wang", "李总付了1万");
    bench.now = bench.now.plus(Duration.ofHours(1));
    bench.until(Instant.parse("2026-03-06T01:10:00Z"));
    assertThat(bench.unasked("wang")).anySatisfy(r -> assertThat(r.text()).contains("20000"));
  }

  @Test
  void in_english_it_is_the_same() {
    bench.say("wang", "english");
    bench.say("wang", "new");
    bench.say("wang", "Mr Li 13812340003");
    bench.say("wang", "Li owes 30000, paid by Friday");
    List<Reply> replies = bench.say("wang", "Li paid 10000");
    assertThat(replies.get(0).text()).contains("paid 10000 yuan, 20000 yuan left, due");
    assertThat(ids(bench.say("wang", "he paid in full"))).startsWith("paid.all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"李总打了1万过来", "李国强还了一万块", "李总货款付了10000元", "李总今天又付了1万货款", "李总回款1万", "收到李总的货款1万"})
  void a_payment_is_told_in_many_words(String words) {
    assertThat(bench.say("wang", words).get(0).text()).contains("还剩 20000 元");
  }

  @ParameterizedTest
  @CsvSource({
    "李总付了1万2千,18000",
    "李总付了1万2,18000",
    "李总付了2万5,5000",
    "李总付了2万5千元,5000",
    "李总付了1万元整,20000",
    "李总付了1万零500,19500",
    "李总付了1万2500,17500",
    "李总付了1万2千5,17500",
    "李总付了2千5百,27500",
    "李总付了8千5,21500",
    "李总付了1.5万,15000",
    "李总2月5日付了1万,20000"
  })
  void amounts_are_told_as_they_are_spoken(String words, String left) {
    assertThat(bench.say("wang", words).get(0).text()).contains("还剩 " + left + " 元");
  }

  @Test
  void a_debt_is_told_as_it_is_spoken() {
    assertThat(bench.say("wang", "李总欠款3万5 下周三付").get(0).text()).contains("35000 元");
  }

  @Test
  void the_name_is_said_as_it_was_typed() {
    bench.say("wang", "english");
    Reply reply = bench.say("wang", "McKay paid 10000").get(0);
    assertThat(reply.id()).isEqualTo("paid.none");
    assertThat(reply.text()).contains("No debt of McKay on record");
  }

  @Test
  void a_debt_of_somebody_who_is_not_on_record_is_not_the_current_customers() {
    List<Reply> replies = bench.say("wang", "钱多多欠款5000");
    assertThat(ids(replies)).startsWith("owed.kept.undated");
    assertThat(replies.get(0).text()).contains("钱多多 5000 元", "不在你的名册里");
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("钱多多 5000 元", "共 35000 元");
  }

  @Test
  void a_debt_is_kept_by_the_name_where_nobody_is_on_record_yet() {
    bench.hire("li", "李六", dev.zhaoshang.domain.Person.Role.REP, "boss");
    assertThat(bench.say("li", "王建国欠款5000").get(0).text()).contains("王建国 5000 元");
    assertThat(ids(bench.tap("li", "给王建国建档"))).startsWith("owed.recorded");
    assertThat(ids(bench.say("li", "撤销"))).startsWith("undone");
    assertThat(bench.say("li", "应收款").get(0).text()).contains("王建国 5000 元");
  }

  @Test
  void who_owes_is_put_on_record_with_the_debt_by_a_button() {
    bench.say("wang", "钱多多欠款5000");
    bench.say("wang", "钱多多欠款2000 周五付");
    assertThat(ids(bench.tap("wang", "给钱多多建档"))).startsWith("owed.recorded");
    String id = bench.current("wang").orElseThrow().id();
    assertThat(bench.current("wang").orElseThrow().text("name")).hasValue("钱多多");
    assertThat(bench.shelves.ledgers().find(Ledger.ofDistributor(id)).all(Receivable.class))
        .hasSize(2)
        .allMatch(one -> id.equals(one.distributor()));
    assertThat(bench.say("wang", "钱多多付了5000").get(0).text()).contains("还剩 2000 元");
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("共 32000 元");
  }

  @ParameterizedTest
  @ValueSource(strings = {"同和欠款5000", "无锡同和医药欠款5000", "李国强欠款5000", "李总还欠款5000"})
  void a_customer_owes_by_name_or_company(String words) {
    assertThat(bench.say("wang", words).get(0).text()).contains("李国强");
  }

  @ParameterizedTest
  @CsvSource({"李总2万周四付,20000", "李总2万下周三付,20000", "李总5000周四付,5000", "李总1万月底打过来,10000"})
  void a_promise_may_name_the_sum_before_the_verb(String words, String yuan) {
    Reply reply = bench.say("wang", words).get(0);
    assertThat(reply.id()).isEqualTo("pledge.moved");
    assertThat(reply.text()).contains(yuan + " 元");
  }

  @ParameterizedTest
  @ValueSource(strings = {"去年付了30万保证金", "他做恒瑞打了20万广告", "货到付款", "他说签完十五天付1万", "医院付了1万"})
  void other_money_is_no_payment(String words) {
    assertThat(ids(bench.say("wang", words))).noneMatch(id -> id.startsWith("paid."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "李总下周付1万",
        "李总月底付1万",
        "他明天付3万",
        "李总6月10号付1万",
        "李总周一付1万",
        "李总今晚付1万",
        "李总过几天付1万",
        "李总想付1万",
        "李总要付1万了",
        "李总只付1万",
        "李总只肯付1万",
        "李总答应付1万",
        "李总先付1万",
        "李总周五付清",
        "李总月底结清",
        "李总月底会结清",
        "李国强准备付1万",
        "李国强打算付清",
        "李总下个月回款1万"
      })
  void what_is_only_promised_is_not_booked(String words) {
    bench.say("wang", "李总什么情况");
    assertThat(ids(bench.say("wang", words))).noneMatch(id -> id.startsWith("paid."));
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("共 30000 元");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Li will pay 10000", "Li pays 10000 on Friday", "Li wants to pay 10000", "Li pays 10000",
        "Li has not paid 10000", "Li hasn't paid 10000", "Li would have paid 10000",
            "Li will have paid 10000"
      })
  void what_is_only_promised_in_english_is_not_booked(String words) {
    bench.say("wang", "english");
    bench.say("wang", "new");
    bench.say("wang", "Mr Li 13812340003");
    bench.say("wang", "Li owes 30000, paid by Friday");
    assertThat(ids(bench.say("wang", words))).noneMatch(id -> id.startsWith("paid."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"李总上周五付了1万", "李总周五付了1万", "李总昨天付1万", "李总只付了1万", "李总2月27号付了1万", "李总今天付1万"})
  void a_day_that_has_passed_or_a_word_that_it_is_done_tells_a_payment(String words) {
    assertThat(bench.say("wang", words).get(0).text()).contains("还剩 20000 元");
  }

  @Test
  void of_two_customers_who_fit_the_one_who_paid_is_asked_for() {
    bench.say("wang", "english");
    bench.say("wang", "new");
    bench.say("wang", "Mr Li Wei 13812340003");
    bench.say("wang", "Li Wei owes 30000, paid by Friday");
    bench.say("wang", "new");
    bench.say("wang", "Mr Li Ming 13812340004");
    bench.say("wang", "Li Ming owes 20000, paid by Friday");
    List<Reply> replies = bench.say("wang", "Li paid 40000");
    assertThat(ids(replies)).startsWith("paid.which");
    assertThat(replies.get(0).text()).contains("40000");
    assertThat(bench.say("wang", "receivables").get(0).text()).contains("80000 yuan in all");
    assertThat(ids(bench.say("wang", "Li paid 5000"))).startsWith("paid.which");
    String button = choice(replies.get(0), "Li Wei");
    String other = choice(bench.say("wang", "Li paid 5000").get(0), "Li Ming");
    assertThat(other.length()).isLessThanOrEqualTo(64);
    replies = bench.press("wang", other);
    assertThat(ids(replies)).startsWith("paid.part");
    assertThat(replies.get(0).text()).contains("Li Ming", "paid 5000 yuan, 15000 yuan left");
    assertThat(ids(bench.press("wang", other))).startsWith("stale");
    bench.say("wang", "undo");
    assertThat(bench.say("wang", "receivables").get(0).text()).contains("80000 yuan in all");
    assertThat(bench.press("wang", button).get(0).text()).contains("10000 yuan more");
    assertThat(ids(bench.say("wang", "Li paid in full"))).startsWith("paid.all");
  }

  @Test
  void of_two_of_one_family_name_the_one_who_paid_all_is_asked_for() {
    bench.say("wang", "李总还欠5000 周五付");
    bench.say("wang", "新客户");
    bench.say("wang", "李大海 常州医药 13812340005");
    bench.say("wang", "李大海欠款2万 周五付");
    assertThat(ids(bench.say("wang", "李总付清了"))).startsWith("paid.which.all");
    assertThat(bench.tap("wang", "李大海 常州医药（欠 20000）").get(0).text()).contains("李大海", "20000");
    assertThat(bench.say("wang", "李总付了1万").get(0).text()).contains("李国强", "10000");
  }

  @Test
  void a_short_latin_name_is_not_found_within_another() {
    assertThat(NameMatch.contains("Alice", "li")).isFalse();
    assertThat(NameMatch.contains("Mr Li Wei", "li")).isTrue();
    assertThat(NameMatch.contains("李国强", "国强")).isTrue();
  }

  @Test
  void a_promise_behind_the_command_without_a_day_is_refused_in_words() {
    assertThat(ids(bench.say("wang", "/paid 李总 会付1万"))).startsWith("paid.promised");
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("共 30000 元");
  }

  @Test
  void a_part_that_is_promised_for_a_day_gets_that_day_and_the_rest_keeps_its_own() {
    List<Reply> replies = bench.say("wang", "李总下周三付1万");
    assertThat(replies.get(0).text()).contains("李国强", "10000 元改到3月11日", "其余 20000 元还是3月6日");
    String list = bench.say("wang", "应收款").get(0).text();
    assertThat(list).contains("共 30000 元", "20000 元，3月6日", "10000 元，3月11日");
    assertThat(reminders()).hasSize(2).anySatisfy(one -> assertThat(one.what()).contains("20000"));
    bench.say("wang", "撤销");
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("应收款 1 笔，共 30000 元");
    assertThat(reminders()).hasSize(1);
  }

  @Test
  void all_of_a_debt_that_is_promised_for_another_day_is_due_then() {
    Instant before = reminder().at();
    assertThat(bench.say("wang", "李总说下周三付清").get(0).text()).contains("30000 元改到3月11日", "提醒你收。");
    assertThat(reminder().at()).isAfter(before);
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("30000 元，3月11日");
    assertThat(bench.say("wang", "李总下周五付4万").get(0).text()).contains("3月13日", "多 10000 元");
  }

  @Test
  void who_owes_nothing_and_promises_a_payment_is_reminded_of_that_day() {
    List<Reply> replies = bench.say("wang", "王总下周三付1万");
    assertThat(ids(replies)).startsWith("pledge.kept");
    assertThat(replies.get(0).text()).contains("王建国", "3月11日", "10000 元");
    assertThat(reminders())
        .anySatisfy(
            one -> {
              assertThat(one.what()).contains("回款", "王建国", "10000");
              assertThat(one.distributor()).isEqualTo(bench.current("wang").orElseThrow().id());
            });
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("共 30000 元");
    bench.say("wang", "撤销");
    assertThat(reminders()).hasSize(1);
  }

  @Test
  void a_promised_payment_in_english() {
    bench.say("wang", "english");
    bench.say("wang", "new");
    bench.say("wang", "Mr Zhou 13812340003");
    assertThat(bench.say("wang", "Mr Zhou will pay 10k next Friday").get(0).text())
        .contains("Zhou pays 10000 yuan", "13");
    bench.say("wang", "undo");
    bench.say("wang", "Zhou owes 30000, paid by Friday");
    assertThat(bench.say("wang", "Zhou promised to pay 10000 next Friday").get(0).text())
        .contains("10000 yuan now due", "the other 20000 yuan stay due");
    assertThat(bench.say("wang", "Zhou will pay in full next Friday").get(0).text())
        .contains("30000 yuan now due");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"他月底付款", "他说签完十五天付1万", "医院下周付1万", "他要下周先付1万再发货", "李总要是下周付1万就好了", "李总不会下周付1万"})
  void terms_and_wishes_are_no_promise_of_a_payment(String words) {
    assertThat(ids(bench.say("wang", words))).noneMatch(id -> id.startsWith("pledge."));
  }

  @Test
  void early_in_a_month_the_end_of_the_month_was_that_of_the_last_one() {
    bench.say("wang", "李总欠款2万 月底付");
    bench.now = Instant.parse("2026-04-02T01:00:00Z");
    List<Reply> replies = bench.say("wang", "李总月底付了");
    assertThat(ids(replies)).startsWith("paid.part");
    assertThat(replies.get(0).text()).contains("李国强", "3月31日", "付了 20000 元，还剩 30000 元");
    assertThat(paid("20000")).isEqualTo(LocalDate.parse("2026-03-31"));
    bench.say("wang", "撤销");
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("共 50000 元");
    assertThat(bench.say("wang", "李总月底付了1万").get(0).text()).contains("3月31日", "还剩 40000 元");
    assertThat(bench.say("wang", "李总月底付清了").get(0).text()).contains("3月31日", "付清了");
  }

  @Test
  void without_an_amount_money_of_a_day_on_which_nothing_was_due_is_asked_for() {
    assertThat(ids(bench.say("wang", "李总昨天付了"))).startsWith("paid.much");
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("共 30000 元");
    bench.say("wang", "李总昨天付了");
    assertThat(bench.tap("wang", "付清 30000").get(0).text()).contains("3月1日", "付清了");
    assertThat(paid("30000")).isEqualTo(LocalDate.parse("2026-03-01"));
    bench.say("wang", "撤销");
    bench.now = Instant.parse("2026-04-02T01:00:00Z");
    bench.say("wang", "李总欠款2万 周五付");
    assertThat(ids(bench.say("wang", "李总月底付了"))).startsWith("paid.much");
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("共 50000 元");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "李总叫我们周四付2万",
        "李总周四要我们付2万",
        "李总催我们周四付2万",
        "李总让我周四付2万",
        "李总催公司周四打款2万",
        "Li wants us to pay 10000 on Friday",
        "We will pay Li 10000 on Friday",
        "We will pay 10000 on Friday",
        "we paid 10000"
      })
  void what_we_are_to_pay_is_no_payment_of_a_customer(String words) {
    assertThat(ids(bench.say("wang", words)))
        .noneMatch(id -> id.startsWith("pledge.") || id.startsWith("paid."));
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("共 30000 元", "3月6日");
    assertThat(reminders()).noneMatch(one -> one.what().contains("收李国强的回款"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"李总答应我们周四付2万", "李总说周四给我们付2万", "李总要周四给我们打2万"})
  void what_he_is_to_pay_us_is_a_promise_of_his(String words) {
    assertThat(ids(bench.say("wang", words))).startsWith("pledge.moved");
  }

  @Test
  void each_rest_of_a_debt_is_told_with_its_own_day() {
    bench.say("wang", "李总下周三付1万");
    String text = bench.say("wang", "李总下周五付5000").get(0).text();
    assertThat(text).contains("其余 25000 元日子不变：15000 元3月6日", "10000 元3月11日");
  }

  @Test
  void how_much_was_paid_is_asked_where_neither_amount_nor_day_is_told() {
    List<Reply> replies = bench.say("wang", "李总付了");
    assertThat(ids(replies)).startsWith("paid.much");
    assertThat(replies.get(0).text()).contains("李国强", "还欠 30000 元");
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("共 30000 元");
    bench.say("wang", "李总付款了");
    assertThat(ids(bench.tap("wang", "付清 30000"))).startsWith("paid.all");
    assertThat(ids(bench.say("wang", "王总付了"))).startsWith("paid.none");
    assertThat(ids(bench.say("wang", "我们总结了"))).noneMatch(id -> id.startsWith("paid."));
  }

  @Test
  void a_debt_is_moved_to_another_day_in_one_line() {
    assertThat(bench.say("wang", "李总改到下周五付").get(0).text()).contains("30000 元改到3月13日");
    assertThat(bench.say("wang", "李总推到下周六付清").get(0).text()).contains("30000 元改到3月14日");
  }

  @Test
  void in_the_second_half_of_a_month_its_end_is_still_to_come() {
    bench.now = Instant.parse("2026-04-20T01:00:00Z");
    assertThat(ids(bench.say("wang", "李总月底付了"))).noneMatch(id -> id.startsWith("paid."));
    assertThat(bench.say("wang", "应收款").get(0).text()).contains("共 30000 元");
  }

  @Test
  void the_end_of_the_last_month_in_english() {
    bench.say("wang", "english");
    bench.say("wang", "new");
    bench.say("wang", "Mr Zhou 13812340003");
    bench.say("wang", "Zhou owes 20000, paid by the end of the month");
    bench.now = Instant.parse("2026-04-02T01:00:00Z");
    List<Reply> replies = bench.say("wang", "Mr Zhou paid at the end of the month");
    assertThat(ids(replies)).startsWith("paid.all");
    assertThat(replies.get(0).text()).contains("paid 20000 yuan on", "31");
    bench.say("wang", "undo");
    assertThat(bench.say("wang", "Mr Zhou paid 5000 at the end of the month").get(0).text())
        .contains("5000 yuan on", "15000 yuan left");
  }

  private LocalDate paid(String yuan) {
    return bench.records.of("wang").stream()
        .flatMap(
            d ->
                bench
                    .shelves
                    .ledgers()
                    .find(Ledger.ofDistributor(d.id()))
                    .all(Receivable.class)
                    .stream())
        .filter(one -> PriceSeen.yuan(one.fen()).equals(yuan) && one.paidAt() != null)
        .map(one -> LocalDate.ofInstant(requireNonNull(one.paidAt()), SHANGHAI))
        .findFirst()
        .orElseThrow();
  }

  private static String choice(Reply reply, String name) {
    return reply.buttons().stream()
        .filter(one -> one.label().contains(name))
        .findFirst()
        .orElseThrow()
        .data();
  }

  private List<FollowUp> reminders() {
    return bench.shelves.ledgers().find(Ledger.ofRep("wang")).all(FollowUp.class);
  }

  private FollowUp reminder() {
    return bench.shelves.ledgers().find(Ledger.ofRep("wang")).all(FollowUp.class).get(0);
  }
}
