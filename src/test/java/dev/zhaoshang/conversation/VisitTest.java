package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Tick;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which visit it is, and what has to come before it. */
class VisitTest {

  @TempDir Path dir;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(dir, Brains::ofDialogs);
    bench.say("wang", "王建国 苏州康泰医药 13812340001");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void no_first_visit_begins_before_others_were_asked() {
    assertThat(ids(bench.say("wang", "到王总这里了"))).startsWith("gate.background");
    check();
    assertThat(ids(bench.say("wang", "到王总这里了")))
        .startsWith("visit.first", "checklist.firstVisitDiscuss");
    assertThat(stage()).isEqualTo(Stage.FIRST_VISIT);
  }

  @Test
  void what_was_said_to_each_point_is_kept() {
    check();
    bench.say("wang", "/visit");
    bench.say("wang", "三家三甲 商业扣率六个点");
    String id = bench.current("wang").orElseThrow().id();
    Tick tick =
        bench
            .shelves
            .ledgers()
            .find(Ledger.ofDistributor(id))
            .find(Tick.class, Tick.id("firstVisitDiscuss", "", "network"))
            .orElseThrow();
    assertThat(tick.note()).isEqualTo("三家三甲 商业扣率六个点");
  }

  @Test
  void a_visit_on_a_later_day_is_the_second_and_that_of_a_signed_customer_another() {
    check();
    bench.say("wang", "/visit");
    bench.now = bench.now.plus(Duration.ofDays(3));
    assertThat(ids(bench.say("wang", "/visit")))
        .startsWith("visit.second", "checklist.secondVisitMustSee");
    bench.press("wang", "stage:" + bench.current("wang").orElseThrow().id() + ":trial");
    bench.say("wang", "市一院");
    assertThat(ids(bench.say("wang", "/visit")))
        .startsWith("visit.existing", "checklist.existingVisitDiscuss");
  }

  @Test
  void who_was_given_up_is_not_visited() {
    bench.say("wang", "不跟了：没有资金");
    assertThat(ids(bench.say("wang", "到王建国这里了"))).startsWith("visit.dropped");
  }

  @Test
  void a_name_that_nobody_has_begins_no_visit() {
    assertThat(ids(bench.say("wang", "到钱多多这里了"))).startsWith("visit.who");
  }

  /** Answers the five questions of the background check. */
  private void check() {
    bench.say("wang", "侧面了解");
    for (String answer : List.of("康达老刘", "打款爽快", "带八个人", "自己纯销", "口碑还行")) {
      bench.say("wang", answer);
    }
  }

  private Stage stage() {
    return Stage.of(bench.current("wang").orElseThrow());
  }

  private static List<String> ids(List<Reply> replies) {
    return replies.stream().map(Reply::id).toList();
  }
}
