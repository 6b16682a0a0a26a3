package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Reply;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a superior types after a decision. */
class CommentTest extends WithATeam {

  @BeforeEach
  void ask() {
    bench.say("boss", "你好");
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("wang", "下周一到周四去苏州");
    bench.tap("wang", "报上级批");
    bench.until(bench.now.plusSeconds(5));
    bench.unasked("boss");
    bench.tap("boss", "驳回");
  }

  private List<Reply> told() {
    bench.until(bench.now.plusSeconds(900));
    return bench.unasked("wang");
  }

  @Test
  void a_reason_that_sounds_like_a_command_is_the_comment() {
    assertThat(ids(bench.say("boss", "先做侧面了解"))).startsWith("approval.commented");
    assertThat(told())
        .filteredOn(reply -> reply.id().equals("approval.rejected"))
        .singleElement()
        .satisfies(reply -> assertThat(reply.text()).contains("先做侧面了解"));
  }

  @Test
  void so_is_one_in_english_and_one_that_tells_values() {
    assertThat(ids(bench.say("boss", "background check first"))).startsWith("approval.commented");
  }

  @Test
  void a_command_with_its_slash_stays_one() {
    assertThat(ids(bench.say("boss", "/team"))).doesNotContain("approval.commented");
  }
}
