package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.SafetyNote;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes and promises that may not be made, and words of an adverse drug reaction. */
class ComplianceWatchTest extends AtTheBench {

  @Test
  void
      a_promise_outside_policy_cites_the_rule_and_offers_lawful_words_and_is_recorded_all_the_same() {
    List<Reply> replies = bench.say(rep, "王建国 13812390001 我答应给他月结三十天");
    assertThat(ids(replies)).startsWith("compliance");
    assertThat(replies.get(0).text()).contains("款到发货").contains("依据").contains("没丢");
    assertThat(bench.current(rep).orElseThrow().text("mobile")).contains("13812390001");
    assertThat(replies.get(replies.size() - 1).asks()).isNotNull();
  }

  @Test
  void an_inducement_cites_the_law_and_the_guideline() {
    bench.say(rep, "王建国 13812390002");
    assertThat(bench.say(rep, "跟他说好了给主任每盒返点三块").get(0).text())
        .contains("《反不正当竞争法》")
        .contains("《医药企业防范商业贿赂风险合规指引》")
        .contains("法务确认");
    bench.press(rep, "lang:en");
    assertThat(bench.say(rep, "give the chief a gift card").get(0).text())
        .contains("SAMR")
        .contains("counsel");
  }

  @Test
  void the_card_comes_first_when_a_customer_objects_in_the_same_breath() {
    bench.say(rep, "王建国 13812390003");
    List<Reply> replies = bench.say(rep, "客户说你们价格太高，我承诺给他最低价");
    assertThat(ids(replies)).containsSequence("card.priceTooHigh", "compliance");
  }

  @Test
  void plain_lines_and_look_ups_are_not_warned_about() {
    assertThat(ids(bench.say(rep, "王建国 13812390004 挂靠的 底价包销"))).doesNotContain("compliance");
    assertThat(ids(bench.say(rep, "/objection 回扣"))).doesNotContain("compliance");
    assertThat(ids(bench.say(rep, "不能答应先发货"))).doesNotContain("compliance");
  }

  @Test
  void an_adverse_reaction_opens_a_note_that_undo_does_not_remove() {
    bench.say(rep, "王建国 13812390005");
    List<Reply> replies = bench.say(rep, "他说有个病人吃了我们的药全身起疹子");
    assertThat(ids(replies)).contains("safety");
    bench.say(rep, "撤销");
    assertThat(notes())
        .filteredOn(note -> note.rep().equals(rep))
        .singleElement()
        .matches(note -> note.words().contains("起疹子") && note.distributor() != null);
  }

  @Test
  void a_superior_sees_open_notes_and_closes_them() {
    bench.hire(rep + "boss", Person.Role.SUPERIOR);
    bench.hire(rep, Person.Role.REP);
    bench.say(rep, "医院反馈出现不良反应 患者胸闷");
    assertThat(ids(bench.say(rep, "/safety"))).startsWith("safety.denied");
    Reply list = bench.say(rep + "boss", "/safety").get(0);
    assertThat(list.text()).contains("胸闷");
    assertThat(bench.press(rep, list.buttons().get(0).data()).get(0).id()).isEqualTo("stale");
    bench.press(rep + "boss", list.buttons().get(list.buttons().size() - 1).data());
    assertThat(notes()).anyMatch(SafetyNote::closed);
  }

  @Test
  void harm_done_by_a_medicine_comes_before_all_and_no_sales_card_comes_with_it() {
    bench.say(rep, "王建国 13812390006");
    for (String line :
        List.of(
            "医院说有人用完药休克抢救",
            "患者服药后死了",
            "他说孕妇吃了流产 不要我们的货了",
            "says a patient got hives and he won't carry it",
            "a child died after taking it")) {
      assertThat(ids(bench.say(rep, line)))
          .as(line)
          .startsWith("safety")
          .noneMatch(id -> id.startsWith("card.") || id.equals("which"));
    }
  }

  @Test
  void what_the_rep_promises_is_no_objection_of_a_customer() {
    bench.say(rep, "王建国 13812390007");
    for (String line :
        List.of(
            "可以先发五件给你",
            "ship now pay later no problem",
            "没问题可以先发货",
            "I'll get him a special price")) {
      assertThat(ids(bench.say(rep, line)))
          .as(line)
          .startsWith("compliance")
          .noneMatch(id -> id.startsWith("card.") || id.equals("which"));
    }
    assertThat(ids(bench.say(rep, "可以先发货吗"))).contains("card.shipBeforePay");
    assertThat(ids(bench.say(rep, "ship first and I'll pay when it sells")))
        .contains("card.shipBeforePay");
  }

  @Test
  void a_promise_against_a_rule_is_warned_of_and_not_kept() {
    bench.say(rep, "王建国 13812390008");
    assertThat(ids(bench.say(rep, "答应他了，月底打款前先发50件")))
        .startsWith("compliance")
        .doesNotContain("promise.kept");
    assertThat(ids(bench.say(rep, "promised the doctor 5 yuan per box"))).startsWith("compliance");
    assertThat(ids(bench.say(rep, "按处方量给医生劳务费"))).startsWith("compliance");
  }

  private static List<SafetyNote> notes() {
    return bench.store.ledgers().find(Ledger.COMPANY).all(SafetyNote.class);
  }
}
