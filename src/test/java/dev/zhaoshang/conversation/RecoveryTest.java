package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.DistributorChange;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Samples;
import dev.zhaoshang.store.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that was acknowledged is lost or done twice when something fails in between. */
class RecoveryTest {

  @BeforeAll
  static void learn() {
    // Learning takes seconds, which no turn should wait for.
    assertThat(Brains.ofDialogs().content().forms()).isNotEmpty();
  }

  @Test
  void a_restart_in_the_middle_goes_on_at_the_same_question(@TempDir Path dir) {
    try (Workbench bench = new Workbench(dir, Brains::ofDialogs)) {
      bench.say("rep", "王建国 13812345678 挂靠");
    }
    try (Workbench bench = new Workbench(dir, Brains::ofDialogs)) {
      List<Reply> replies = bench.say("rep", "临床");
      assertThat(replies.get(0).id()).isEqualTo("recorded");
      assertThat(bench.current("rep").orElseThrow().text("mainChannel")).contains("clinical");
    }
  }

  @Test
  void a_turn_that_was_committed_and_not_applied_is_applied_at_the_next_start(@TempDir Path dir) {
    try (Workbench bench = new Workbench(dir, Brains::ofDialogs, Failing::always)) {
      bench.runner.receive(bench.update("rep", Update.Kind.TEXT, "王建国 13812345678", null, null));
      await().until(() -> bench.shelves.sessions().find("rep").isPresent());
      assertThat(bench.store.distributors().ofOwner("rep")).isEmpty();
    }
    try (Workbench bench = new Workbench(dir, Brains::ofDialogs)) {
      bench.runner.recover();
      List<Reply> replies = bench.say("rep", "看记录");
      assertThat(replies.get(0).id()).isEqualTo("status");
      Distributor distributor = bench.current("rep").orElseThrow();
      assertThat(distributor.text("name")).contains("王建国");
      assertThat(distributor.history()).hasSize(1);
    }
  }

  @Test
  void a_turn_that_is_over_but_was_not_marked_in_time_is_marked_at_the_next_start(
      @TempDir Path dir) {
    try (Workbench bench = new Workbench(dir, Brains::ofDialogs)) {
      bench.store.inbox().accept(Samples.update("test:rep:1", "rep"), bench.now);
      bench.store.sessions().commit(Samples.session("rep", 1, 1));
      assertThat(bench.store.inbox().earliestOpen()).containsOnlyKeys("rep");
      bench.runner.recover();
      await().until(() -> bench.store.inbox().earliestOpen().isEmpty());
    }
  }

  @Test
  void a_sweep_takes_over_what_was_open_at_the_last_one_too(@TempDir Path dir) {
    try (Workbench bench = new Workbench(dir, Brains::ofDialogs)) {
      bench.store.inbox().accept(Samples.update("test:rep:1", "rep"), bench.now);
      bench.runner.sweep();
      assertNothingRuns(bench);
      bench.store.inbox().markApplied("rep", 1, 1, bench.now);
      bench.store.inbox().accept(Samples.update("test:rep:2", "rep"), bench.now);
      bench.runner.sweep();
      assertNothingRuns(bench);
      bench.runner.sweep();
      await().until(() -> bench.session("rep").inboxSeq() == 2);
    }
  }

  private static void assertNothingRuns(Workbench bench) {
    assertThat(bench.runner.waiting()).isZero();
    assertThat(bench.store.sessions().find("rep")).isEmpty();
  }

  @Test
  void a_sweep_marks_an_earlier_turn_while_later_ones_go_on(@TempDir Path dir) {
    try (Workbench bench = new Workbench(dir, Brains::ofDialogs)) {
      bench.store.inbox().accept(Samples.update("test:rep:1", "rep"), bench.now);
      bench.store.sessions().commit(Samples.session("rep", 1, 1));
      bench.say("rep", "王建国 13812345678");
      bench.runner.sweep();
      bench.say("rep", "挂靠");
      bench.runner.sweep();
      await().until(() -> bench.store.inbox().earliestOpen().isEmpty());
    }
  }

  @Test
  void an_instance_that_missed_a_turn_whose_entry_has_expired_goes_on_after_it(@TempDir Path dir) {
    try (Workbench bench = new Workbench(dir, Brains::ofDialogs)) {
      bench.say("rep", "王建国 13812345678");
      TurnRunner first = bench.runner;
      // Else the restart would look for it, and read the next entry before it is remembered.
      bench.store.inbox().markApplied("rep", 1, 1, bench.now);
      bench.restart();
      bench.say("rep", "挂靠");
      bench.store.inbox().markApplied("rep", 2, 2, bench.now);
      bench.store.retention().expire(Instant.EPOCH, bench.now.plusSeconds(60));
      assertThat(bench.store.inbox().at("rep", 2)).isEmpty();
      bench.runner = first;
      assertThat(bench.say("rep", "临床").get(0).id()).isEqualTo("recorded");
      assertThat(bench.current("rep").orElseThrow().text("nature")).contains("affiliated");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_turn_that_cannot_be_decided_is_told_and_does_not_block_the_next(
      boolean stack, @TempDir Path dir) {
    AtomicBoolean broken = new AtomicBoolean(true);
    Brain whole = Brains.ofDialogs();
    Brain brain =
        new Brain(
            whole.content(),
            (text, asked) -> {
              if (broken.get() && stack) {
                throw new StackOverflowError("made to fail");
              }
              if (broken.get()) {
                throw new IllegalStateException("made to fail");
              }
              return whole.understanding().read(text, asked);
            },
            whole.transitions(),
            whole.judge(),
            whole.unsure());
    try (Workbench bench = new Workbench(dir, () -> brain)) {
      assertThat(bench.say("rep", "王建国").get(0).id()).isEqualTo("failed");
      broken.set(false);
      assertThat(bench.say("rep", "王建国").get(0).id()).isEqualTo("recorded");
    }
  }

  /** A store whose distributors cannot be written. */
  private record Failing(Distributors whole) implements Distributors {

    static Distributors always(Distributors whole) {
      return new Failing(whole);
    }

    @Override
    public Optional<Distributor> find(String id) {
      return whole.find(id);
    }

    @Override
    public void apply(DistributorChange change) {
      throw new StoreUnavailableException("made to fail", new IllegalStateException());
    }

    @Override
    public void give(String id, String rep) {
      whole.give(id, rep);
    }

    @Override
    public void erase(String id) {
      whole.erase(id);
    }

    @Override
    public List<Card> ofOwner(String rep) {
      return whole.ofOwner(rep);
    }

    @Override
    public List<Match> matching(String key) {
      return whole.matching(key);
    }
  }
}
