package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Update;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a group everybody reads along: nothing of a customer is said there. */
class GroupTest extends WithATeam {

  @Test
  void a_digest_is_set_and_ended_without_the_pending_question() {
    bench.say("boss", "王建国 13812345678，苏州康泰医药公司");
    assertThat(bench.session("boss").position().asked()).isNotNull();
    assertThat(ids(inGroup("/digest"))).containsExactly("group.set");
    assertThat(ids(inGroup("/digest off"))).containsExactly("group.ended");
    assertThat(bench.say("boss", "你好")).extracting(Reply::asks).isNotEmpty();
  }

  @Test
  void nothing_else_is_heard_or_said_there() {
    bench.say("boss", "王建国 13812345678，苏州康泰医药公司");
    for (String text :
        List.of("/digest 李大海 13912345679", "李大海 13912345679", "客户列表", "/export team")) {
      assertThat(inGroup(text)).as(text).isEmpty();
    }
    assertThat(bench.current("boss").orElseThrow().text("mobile")).contains("13812345678");
  }

  private List<Reply> inGroup(String text) {
    return bench.receive(
        new Update(
            "test:group " + text,
            "boss",
            "test",
            "-1001",
            Update.Kind.TEXT,
            text,
            null,
            null,
            null,
            text));
  }
}
