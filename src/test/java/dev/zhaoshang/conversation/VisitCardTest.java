package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Paper;
import dev.zhaoshang.domain.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written after a visit. */
class VisitCardTest {

  @TempDir Path dir;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(dir, Brains::ofDialogs);
    bench.say("wang", "王建国 苏州康泰医药 13812340001");
    bench.say("wang", "侧面了解");
    for (String answer : List.of("康达老刘", "打款爽快", "带八个人", "自己纯销", "口碑还行")) {
      bench.say("wang", answer);
    }
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void the_record_card_has_what_was_told_during_the_visit_and_after_it() {
    bench.say("wang", "/visit");
    bench.say("wang", "三家三甲 商业扣率六个点");
    bench.say("wang", "恒瑞同规格报16.5");
    assertThat(ids(bench.say("wang", "拜访结束"))).contains("visitcard.ask");
    bench.say("wang", "王总和采购小李");
    bench.say("wang", "他愿意先上两家医院");
    bench.say("wang", "价格还要再谈");
    List<Reply> replies = bench.say("wang", "下周三带合同文本再来");
    assertThat(ids(replies)).containsSubsequence("visitcard", "followup.kept");
    Reply card = replies.get(replies.size() - 2);
    assertThat(card.text())
        .contains(
            "# 拜访记录卡 王建国 苏州康泰医药 2026-03-02", "初次拜访", "三家三甲 商业扣率六个点", "恒瑞 同规格 16.5", "他愿意先上两家医院");
    Paper paper = Objects.requireNonNull(card.paper());
    assertThat(paper.markdown()).isEqualTo(card.text());
  }

  @Test
  void the_report_does_not_ask_again_what_the_visit_told() {
    bench.press("wang", "stage:" + bench.current("wang").orElseThrow().id() + ":existing");
    bench.say("wang", "/visit");
    bench.say("wang", "三家医院月走八百盒");
    bench.say("wang", "医生认可 恒瑞在搞活动");
    bench.say("wang", "二级医院没人跑");
    assertThat(ids(bench.say("wang", "市场报告"))).contains("report.ask");
    bench.say("wang", "下季度月销一千五百盒");
    List<Reply> replies = bench.say("wang", "加一个代表 月底前到位");
    Reply report = replies.get(replies.size() - 1);
    assertThat(report.id()).isEqualTo("report");
    assertThat(report.text()).contains("三家医院月走八百盒", "二级医院没人跑", "## 解决方法", "加一个代表 月底前到位");
  }

  @Test
  void without_a_visit_there_is_no_card() {
    assertThat(ids(bench.say("wang", "拜访记录卡"))).startsWith("visitcard.none");
  }

  private static List<String> ids(List<Reply> replies) {
    return replies.stream().map(Reply::id).toList();
  }
}
