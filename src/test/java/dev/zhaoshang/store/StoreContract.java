package dev.zhaoshang.store;

import static dev.zhaoshang.store.Samples.NOON;
import static dev.zhaoshang.store.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.InboxEntry;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.mongo.MongoStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises, whatever server is behind it. */
public abstract class StoreContract {

  /** A rep of this test's own, so that tests can share a database. */
  private String rep = "";

  /** The store under test. */
  protected abstract MongoStore store();

  /** Another instance of the application on the same data. */
  protected abstract MongoStore another();

  @BeforeEach
  void takeANewRep() {
    rep = "rep-" + UUID.randomUUID();
  }

  @Test
  void the_first_update_of_a_rep_gets_place_one_and_is_found_there() {
    Update update = update(id(1), rep);
    Inbox.Accepted accepted = store().inbox().accept(update, NOON);
    InboxEntry entry = new InboxEntry(id(1), rep, 1, NOON, update);
    assertThat(accepted).isEqualTo(new Inbox.Accepted(entry, true));
    assertThat(store().inbox().at(rep, 1)).contains(entry);
    assertThat(store().inbox().at(rep, 2)).isEmpty();
  }

  @Test
  void a_redelivered_update_finds_its_first_entry_and_takes_no_place() {
    InboxEntry first = store().inbox().accept(update(id(1), rep), NOON).entry();
    Inbox.Accepted again = store().inbox().accept(update(id(1), rep), NOON.plusSeconds(9));
    assertThat(again).isEqualTo(new Inbox.Accepted(first, false));
    assertThat(store().inbox().accept(update(id(2), rep), NOON).entry().seq()).isEqualTo(2);
  }

  @Test
  void two_instances_number_one_reps_updates_without_gap_or_double() throws Exception {
    List<Callable<Long>> accepts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Inbox inbox = (i % 2 == 0 ? store() : another()).inbox();
      Update update = update(id(i), rep);
      accepts.add(() -> inbox.accept(update, NOON).entry().seq());
    }
    assertThat(together(accepts))
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
  }

  @Test
  void one_update_handed_in_many_times_at_once_takes_one_place() throws Exception {
    List<Callable<Inbox.Accepted>> accepts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Inbox inbox = (i % 2 == 0 ? store() : another()).inbox();
      accepts.add(() -> inbox.accept(update(id(1), rep), NOON));
    }
    List<Inbox.Accepted> all = together(accepts);
    assertThat(all).filteredOn(Inbox.Accepted::first).hasSize(1);
    assertThat(all).extracting(accepted -> accepted.entry().seq()).containsOnly(1L);
  }

  @Test
  void an_instance_that_saw_nothing_yet_goes_on_where_the_others_are() {
    IntStream.rangeClosed(1, 21).forEach(i -> store().inbox().accept(update(id(i), rep), NOON));
    assertThat(another().inbox().accept(update(id(22), rep), NOON).entry().seq()).isEqualTo(22);
  }

  @Test
  void an_instance_that_saw_nothing_yet_starts_from_the_place_that_the_session_has_handled() {
    // as if the entries up to 7 had expired
    store().sessions().commit(Samples.session(rep, 1, 7));
    assertThat(another().inbox().accept(update(id(8), rep), NOON).entry().seq()).isEqualTo(8);
  }

  @Test
  void reps_with_entries_whose_turns_are_not_applied_are_known() {
    store().inbox().accept(update(id(1), rep), NOON);
    store().inbox().accept(update(id(2), rep), NOON);
    store().inbox().markApplied(id(1), NOON);
    assertThat(store().inbox().repsWithOpenEntries()).contains(rep);
    store().inbox().markApplied(id(2), NOON);
    assertThat(store().inbox().repsWithOpenEntries()).doesNotContain(rep);
  }

  @Test
  void a_rep_without_a_turn_has_no_session() {
    assertThat(store().sessions().find(rep)).isEmpty();
  }

  @Test
  void a_session_comes_back_as_it_was_committed() {
    Session first = Samples.session(rep, 1);
    assertThat(store().sessions().commit(first)).isTrue();
    assertThat(another().sessions().find(rep)).contains(first);
    Session second = Samples.session(rep, 2);
    assertThat(store().sessions().commit(second)).isTrue();
    assertThat(another().sessions().find(rep)).contains(second);
  }

  @Test
  void of_commits_of_one_version_exactly_one_succeeds() throws Exception {
    for (long version = 1; version <= 5; version++) {
      List<Callable<Boolean>> commits = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Sessions sessions = (i % 2 == 0 ? store() : another()).sessions();
        Session next = Samples.session(rep, version);
        commits.add(() -> sessions.commit(next));
      }
      assertThat(together(commits)).filteredOn(won -> won).hasSize(1);
    }
  }

  @Test
  void a_commit_that_is_not_the_next_version_writes_nothing() {
    Session first = Samples.session(rep, 1);
    store().sessions().commit(first);
    assertThat(store().sessions().commit(Samples.session(rep, 3))).isFalse();
    assertThat(store().sessions().commit(Samples.session(rep, 1))).isFalse();
    assertThat(store().sessions().find(rep)).contains(first);
  }

  @Test
  void a_turn_is_kept_once() {
    store().turns().keep(Samples.turn(id(1), rep, 1));
    store().turns().keep(Samples.turn(id(1), rep, 2));
    assertThat(store().turns().find(id(1))).contains(Samples.turn(id(1), rep, 1));
    assertThat(store().turns().find(id(2))).isEmpty();
  }

  private String id(int n) {
    return "web:" + rep + ":" + n;
  }

  private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
