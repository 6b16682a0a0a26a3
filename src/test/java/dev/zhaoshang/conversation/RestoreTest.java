package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody from the archive is taken up again by the name. */
class RestoreTest extends WithATeam {

  @BeforeEach
  void open() {
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("wang", "归档");
    bench.say("wang", "新客户");
    bench.say("wang", "陈志远 无锡同和医药 13812340002 想做无锡");
  }

  @ParameterizedTest
  @ValueSource(strings = {"恢复 王建国", "恢复王建国", "/restore 王建国", "把王建国拿回来", "restore 王建国", "恢复王总"})
  void one_in_the_archive_is_restored_by_the_name(String words) {
    assertThat(ids(bench.say("wang", words))).startsWith("restored");
    assertThat(bench.current("wang").orElseThrow().text("name")).hasValue("王建国");
    assertThat(bench.say("wang", "客户列表").get(0).text()).contains("王建国");
    bench.say("wang", "撤销");
    assertThat(bench.say("wang", "客户列表").get(0).text()).doesNotContain("王建国");
    assertThat(bench.current("wang").orElseThrow().text("name")).hasValue("陈志远");
  }

  @Test
  void one_who_was_given_up_is_too() {
    bench.say("wang", "不跟了：没有资金");
    bench.say("wang", "换到王建国");
    assertThat(ids(bench.say("wang", "恢复 陈志远"))).startsWith("restored");
    assertThat(ids(bench.say("wang", "恢复 陈志远"))).startsWith("restored.not");
  }

  @Test
  void nobody_of_that_name_changes_nothing() {
    assertThat(ids(bench.say("wang", "恢复 钱多多"))).startsWith("restored.nobody");
    bench.say("wang", "新客户");
    bench.say("wang", "王大力 13812340005");
    assertThat(ids(bench.say("wang", "恢复 王总"))).startsWith("restored.which");
    assertThat(ids(bench.say("wang", "提醒关掉"))).isNotEmpty();
    assertThat(ids(bench.say("wang", "恢复提醒"))).noneMatch(id -> id.startsWith("restored"));
  }
}
