package dev.zhaoshang.understanding.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpReaderTest {

  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-11-24T10:00+08:00[Asia/Shanghai]");

  private final FollowUpReader reader = FollowUpReader.load();

  @ParameterizedTest
  @CsvSource({
    "周五前寄质检报告, 寄质检报告, 2026-11-27",
    "下周二回电, 回电, 2026-12-01",
    "下周二给李总回电, 给李总回电, 2026-12-01",
    "明天下午三点给李总打电话, 给李总打电话, 2026-11-25",
    "我周四去拜访他, 去拜访他, 2026-11-26",
    "寄样品 周五前, 寄样品, 2026-11-27",
    "把合同寄给王总 最晚下周一, 把合同寄给王总, 2026-11-30",
    "提醒我明天联系陈姐, 联系陈姐, 2026-11-25",
    "记得月底催一下货款, 催一下货款, 2026-11-30",
    "别忘了周三开会, 开会, 2026-11-25",
    "答应他月底给铺货方案, 给铺货方案, 2026-11-30",
    "我答应李总周五之前给方案, 给方案, 2026-11-27",
    "承诺下周三前补资料, 补资料, 2026-12-02",
    "约好下周二见面, 见面, 2026-12-01",
    "3天内回复他, 回复他, 2026-11-27",
    "remind me tomorrow at 3pm to call Li, call Li, 2026-11-25",
    "Remind me to call Li tomorrow at 3pm, call Li, 2026-11-25",
    "call Mr Wang next Tuesday, call Mr Wang, 2026-12-01",
    "I'll send the report by Friday, send the report, 2026-11-27",
    "send the samples by Friday, send the samples, 2026-11-27",
    "promised him the plan by Friday, the plan, 2026-11-27",
    "I promised Li to send the plan by the end of the month, send the plan, 2026-11-30",
    "don't forget to visit him on Thursday, visit him, 2026-11-26",
    "tomorrow I have to call Zhang, call Zhang, 2026-11-25",
  })
  void what_is_to_be_done_is_told_with_its_day(String text, String what, String day) {
    Optional<ToDo> told = reader.read(text, NOW);
    assertThat(told.map(ToDo::what)).as(text).contains(what);
    assertThat(told.flatMap(todo -> todo.times().first()).map(when -> when.to().toString()))
        .as(text)
        .contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "等下个月再说", "下个月再联系", "他说下周二打款", "客户下周来考察", "年底再考虑", "他答应周五签合同",
        "现在没钱 等年后再说", "下周一到周四出差", "明年做OTC", "每周一开会", "一个月走3万盒", "临床20个人",
        "保证金5万", "手机13812345678", "合同签到年底", "he will call on Friday", "call me",
            "they want it by Friday",
        "maybe next month", "王总周五要货", "昨天寄了报告", "上周五拜访过", "下周能不能发货？",
      })
  void what_others_do_and_what_is_put_off_is_nothing_to_do(String text) {
    assertThat(reader.read(text, NOW).filter(todo -> !todo.times().times().isEmpty()))
        .as(text)
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "答应他月底给铺货方案, true, true",
    "周五前寄质检报告, false, false",
    "提醒我周五寄报告, false, true",
    "I promised to call on Friday, true, true",
  })
  void a_promise_is_told_from_a_task(String text, boolean promised, boolean explicit) {
    ToDo told = reader.read(text, NOW).orElseThrow();
    assertThat(told.promised()).isEqualTo(promised);
    assertThat(told.explicit()).isEqualTo(explicit);
  }
}
