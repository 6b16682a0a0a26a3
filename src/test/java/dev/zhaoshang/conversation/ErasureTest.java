package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhaoshang.access.ErasureWorker;
import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.ErasureOrder;
import dev.zhaoshang.domain.Person.Role;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.store.Traces;
import dev.zhaoshang.store.mongo.RawDocuments;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An erasure is taken at once, done in the background, and done to the end. */
class ErasureTest {

  private static final List<String> SAID = List.of("13812345678", "王建国", "康泰");

  @BeforeAll
  static void learn() {
    // Learning takes seconds, which no turn should wait for.
    assertThat(Brains.ofDialogs().content().forms()).isNotEmpty();
  }

  @Test
  void who_asked_has_an_answer_at_once_and_is_told_when_it_is_done(@TempDir Path dir) {
    try (Workbench bench = asked(dir)) {
      assertThat(left(bench)).containsAll(SAID);
      assertThat(what(bench)).contains("erase").doesNotContain("erased");
      assertThat(bench.unasked("admin")).isEmpty();
      bench.erase();
      assertThat(left(bench)).isEmpty();
      assertThat(what(bench)).contains("erase", "erased");
      assertThat(bench.store.ledgers().find(ErasureOrder.LEDGER).entries()).isEmpty();
      bench.until(bench.now.plusSeconds(5));
      assertThat(bench.unasked("admin")).extracting(Reply::id).containsExactly("erased.done");
      bench.erase();
      bench.until(bench.now.plusSeconds(5));
      assertThat(bench.unasked("admin")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void what_a_kill_left_in_the_middle_another_instance_finishes(int steps, @TempDir Path dir) {
    Instant then;
    try (Workbench bench = asked(dir)) {
      ErasureWorker killed = bench.eraser("one", new Killing(bench.store.traces(), steps));
      assertThatThrownBy(killed::sweep).isInstanceOf(Killed.class);
      then = bench.now;
    }
    try (Workbench bench = new Workbench(dir, Brains::ofDialogs)) {
      bench.now = then.plus(ErasureOrder.LEASE);
      Killing rest = new Killing(bench.store.traces(), 100);
      bench.eraser("two", rest).sweep();
      assertThat(left(bench)).isEmpty();
      assertThat(what(bench)).containsOnlyOnce("erased");
      assertThat(rest.done).isEqualTo(5 - steps);
      bench.until(bench.now.plusSeconds(5));
      assertThat(bench.unasked("admin")).extracting(Reply::id).containsExactly("erased.done");
    }
  }

  @Test
  void what_one_instance_is_at_no_other_takes_over_before_its_time(@TempDir Path dir) {
    try (Workbench bench = asked(dir)) {
      ErasureWorker killed = bench.eraser("one", new Killing(bench.store.traces(), 1));
      assertThatThrownBy(killed::sweep).isInstanceOf(Killed.class);
      bench.now = bench.now.plus(ErasureOrder.LEASE).minusSeconds(1);
      Killing other = new Killing(bench.store.traces(), 100);
      bench.eraser("two", other).sweep();
      assertThat(other.done).isZero();
      bench.now = bench.now.plusSeconds(1);
      bench.eraser("two", other).sweep();
      assertThat(left(bench)).isEmpty();
    }
  }

  @Test
  void turns_go_on_in_the_middle_of_it_and_bring_nothing_back(@TempDir Path dir) {
    try (Workbench bench = asked(dir)) {
      ErasureWorker killed = bench.eraser("one", new Killing(bench.store.traces(), 0));
      assertThatThrownBy(killed::sweep).isInstanceOf(Killed.class);
      assertThat(bench.say("rep", "/undo")).isNotEmpty();
      assertThat(bench.say("rep", "/leads")).isNotEmpty();
      assertThat(bench.say("admin", "/help")).isNotEmpty();
      bench.eraser("one", bench.store.traces()).sweep();
      bench.say("rep", "/undo");
      assertThat(bench.store.distributors().matching("mobile:13812345678")).isEmpty();
      assertThat(left(bench)).isEmpty();
    }
  }

  @Test
  void a_store_of_many_pages_is_looked_through_a_few_at_a_time(@TempDir Path dir) {
    try (Workbench bench = asked(dir)) {
      Traces whole = bench.store.traces();
      ErasureWorker small = bench.eraser("one", (what, from, most) -> whole.erase(what, from, 1));
      small.sweep();
      assertThat(bench.store.ledgers().find(ErasureOrder.LEDGER).entries()).hasSize(1);
      small.sweep();
      small.sweep();
      assertThat(left(bench)).isEmpty();
      assertThat(what(bench)).containsOnlyOnce("erased");
    }
  }

  /** An admin has said that the customer of a rep is to be forgotten. */
  private static Workbench asked(Path dir) {
    Workbench bench = new Workbench(dir, Brains::ofDialogs);
    bench.hire("rep", "李雷", Role.REP, "admin");
    bench.hire("admin", "韩梅", Role.ADMIN, null);
    bench.say("rep", "王建国 13812345678，苏州康泰医药公司");
    bench.say("rep", "明天下午三点给王建国打电话");
    List<Reply> sure = bench.say("admin", "/erase 13812345678");
    List<Reply> replies = bench.press("admin", sure.get(0).buttons().get(0).data());
    assertThat(replies).extracting(Reply::id).containsExactly("erased");
    return bench;
  }

  /** Words of the customer that still stand anywhere. */
  private static List<String> left(Workbench bench) {
    List<String> documents = RawDocuments.all(bench.store);
    return SAID.stream()
        .filter(word -> documents.stream().anyMatch(text -> text.contains(word)))
        .toList();
  }

  private static List<String> what(Workbench bench) {
    return bench.store.ledgers().find(AuditEntry.ledgerOf(bench.now)).all(AuditEntry.class).stream()
        .map(AuditEntry::what)
        .toList();
  }

  /** As if the process ended there. */
  private static final class Killed extends Error {

    private static final long serialVersionUID = 1;
  }

  /** Does so many steps, and is killed at the next, when it is half done. */
  private static final class Killing implements Traces {

    private final Traces whole;
    private final int most;
    private int done;

    Killing(Traces whole, int most) {
      this.whole = whole;
      this.most = most;
    }

    @Override
    public Optional<Place> erase(Erased erased, @Nullable Place from, int documents) {
      if (done == most) {
        Optional<Place> unknown = whole.erase(erased, from, 1);
        assertThat(unknown).isNotNull();
        throw new Killed();
      }
      done++;
      return whole.erase(erased, from, documents);
    }
  }
}
