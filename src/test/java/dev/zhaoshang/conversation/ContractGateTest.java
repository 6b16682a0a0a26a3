package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no term, and what is no answer, passes no gate. Today is Monday, 2 March 2026. */
class ContractGateTest extends WithATeam {

  private static final List<String> TERMS =
      List.of("先上五家医院 他的人跑", "签完十五天打款", "年度五千盒", "完不成缩区域", "保证金两万", "开发五家医院提前退", "保护期一年");

  private static final List<String> ENGLISH =
      List.of(
          "five hospitals first with his own reps",
          "within 15 days of signing",
          "5000 boxes a year",
          "the region goes back after two missed quarters",
          "20000 yuan",
          "returned early after five hospitals",
          "one year from signing");

  private void checked(List<String> answers) {
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州 看上我们的示例颗粒");
    bench.say("wang", "侧面了解");
    answers.forEach(answer -> bench.say("wang", answer));
  }

  private void checked() {
    checked(List.of("康达老刘", "打款爽快", "带八个人", "自己纯销", "口碑还行"));
  }

  /** Gives the terms with one of them told in other words. */
  private List<Reply> told(List<String> terms, int n, String words) {
    bench.say("wang", "签合同");
    List<Reply> last = List.of();
    for (int i = 0; i < terms.size(); i++) {
      last = bench.say("wang", i == n ? words : terms.get(i));
    }
    return last;
  }

  private void refuses(List<String> terms, int n, String words) {
    List<Reply> refused = told(terms, n, words);
    assertThat(ids(refused)).as(words).contains("gate.terms");
    Reply gate =
        refused.stream().filter(reply -> reply.id().equals("gate.terms")).findFirst().orElseThrow();
    assertThat(gate.text()).contains(words);
    assertThat(gate.buttons().stream().map(Button::data))
        .anyMatch(data -> data.endsWith("secondTier"))
        .anyMatch(data -> data.endsWith("trial"));
    assertThat(ids(sign())).as(words).startsWith("gate.terms");
    assertThat(ids(bench.say("wang", "签合同"))).contains("form.begun");
    assertThat(ids(bench.say("wang", terms.get(n)))).as(words).contains("contract.ready");
    bench.say("wang", "撤销");
    bench.say("wang", "撤销");
    bench.say("wang", "取消");
  }

  private List<Reply> sign() {
    Distributor current = bench.current("wang").orElseThrow();
    return bench.press("wang", "stage:" + current.id() + ":" + Stage.CONTRACTED.id());
  }

  @Test
  void no_performance_terms_are_no_terms() {
    checked();
    refuses(TERMS, 3, "没有考核");
    assertThat(ids(told(TERMS, 3, "完不成缩区域"))).isNotEmpty();
  }

  @Test
  void no_target_is_no_target() {
    checked();
    refuses(TERMS, 2, "不设目标");
  }

  @Test
  void a_target_without_a_number_is_none() {
    checked();
    refuses(TERMS, 2, "按能力做");
  }

  @Test
  void a_payment_date_that_is_past_is_none() {
    checked();
    refuses(TERMS, 1, "2025年12月1日打款");
  }

  @Test
  void a_protection_that_is_over_is_none() {
    checked();
    refuses(TERMS, 6, "保护到2020年1月1日");
  }

  @Test
  void in_english_too_nothing_is_no_term() {
    bench.say("wang", "English");
    checked();
    refuses(ENGLISH, 3, "no performance terms");
  }

  @Test
  void what_makes_a_term_of_a_failure_is_a_term() {
    checked();
    assertThat(ids(told(TERMS, 3, "没有完成就收回区域"))).contains("contract.ready");
  }

  @Test
  void nobody_is_nobody_who_was_asked() {
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("wang", "侧面了解");
    for (String words :
        List.of("没有问", "无", "没问谁", "嗯", "1", "全部完成", "签约了", "nobody", "ok", "don't know", "他自己")) {
      assertThat(ids(bench.say("wang", words)))
          .as(words)
          .doesNotContain("checklist.backgroundCheck");
    }
    assertThat(ids(bench.say("wang", "康达老刘 他们做过邻居"))).contains("checklist.backgroundCheck");
    for (String words :
        List.of("嗯", "2", "没打听到", "不知道", "全部完成", "签约了", "晚点再说", "I don't know", "okay", "没问")) {
      assertThat(ids(bench.say("wang", words)))
          .as(words)
          .doesNotContain("checklist.backgroundCheck");
    }
    for (String answer : List.of("打款爽快", "带八个人 两家三甲", "自己纯销")) {
      assertThat(ids(bench.say("wang", answer))).as(answer).contains("checklist.backgroundCheck");
    }
    assertThat(ids(bench.say("wang", "/visit"))).contains("gate.background");
    bench.say("wang", "侧面了解");
    assertThat(ids(bench.say("wang", "口碑不错"))).contains("checklist.complete");
  }
}
