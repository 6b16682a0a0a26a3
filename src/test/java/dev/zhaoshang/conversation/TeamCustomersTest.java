package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a superior sees of the customers of the own people. */
class TeamCustomersTest extends WithATeam {

  @BeforeEach
  void open() {
    bench.hire("other", "赵四", Person.Role.REP, "somebody");
    bench.hire("li", "李六", Person.Role.REP, "boss");
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("wang", "约了王总周二上午10点");
    bench.say("other", "钱多多 南京广济医药 13812340003 想做南京");
  }

  @Test
  void a_superior_is_briefed_on_a_customer_of_the_team_and_that_is_on_record() {
    List<Reply> replies = bench.say("boss", "王总什么情况");
    assertThat(ids(replies)).containsExactly("before");
    assertThat(replies.get(0).text()).contains("王五跟进", "苏州康泰医药", "10:00");
    assertThat(replies.get(0).buttons()).isEmpty();
    assertThat(bench.shelves.ledgers().find(AuditEntry.ledgerOf(bench.now)).all(AuditEntry.class))
        .filteredOn(entry -> entry.by().equals("boss"))
        .extracting(AuditEntry::subject)
        .contains("wang", bench.current("wang").orElseThrow().id());
  }

  @Test
  void nobody_is_briefed_on_a_customer_of_others() {
    assertThat(ids(bench.say("boss", "钱总什么情况"))).startsWith("leads.none");
    assertThat(ids(bench.say("li", "王总什么情况"))).startsWith("leads.none");
  }

  @Test
  void where_several_fit_they_are_named_with_their_reps() {
    bench.say("li", "王大力 无锡同和医药 13812340004 想做无锡");
    Reply reply = bench.say("boss", "王总什么情况").get(0);
    assertThat(reply.id()).isEqualTo("before.team");
    assertThat(reply.text()).contains("王建国", "王五", "王大力", "李六");
    assertThat(ids(bench.say("boss", "王大力什么情况"))).containsExactly("before");
  }

  @Test
  void a_superior_reads_what_the_team_is_owed_by_rep() {
    bench.say("li", "王大力 无锡同和医药 13812340004 想做无锡");
    bench.say("wang", "王总欠款3万 周五付");
    bench.say("wang", "钱总欠款5000 周五付");
    bench.say("li", "王总欠款1万 周四付");
    Reply list = bench.say("boss", "应收款").get(0);
    assertThat(list.id()).isEqualTo("receivables");
    assertThat(list.text()).contains("共 45000 元", "王五：2 笔，35000 元", "李六：1 笔，10000 元");
  }
}
