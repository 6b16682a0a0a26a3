package dev.zhaoshang.store;

import static dev.zhaoshang.store.Samples.NOON;
import static dev.zhaoshang.store.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.DistributorChange;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.InboxEntry;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.mongo.MongoStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /**
   * Whether the server finds and changes a document in one step, as two instances need it. FerretDB
   * 1 does not: of two guarded writes at once, both can succeed.
   */
  protected boolean changesInOneStep() {
    return true;
  }

  private void needsChangesInOneStep() {
    assumeTrue(changesInOneStep(), "the server finds and changes in two steps");
  }

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
    store().inbox().markApplied(List.of(id(1)), NOON);
    assertThat(store().inbox().earliestOpen()).containsKey(rep);
    store().inbox().markApplied(List.of(id(2)), NOON);
    assertThat(store().inbox().earliestOpen()).doesNotContainKey(rep);
  }

  @Test
  void all_that_a_rep_said_between_two_places_is_marked_as_applied_at_once() {
    for (int i = 1; i <= 3; i++) {
      store().inbox().accept(update(id(i), rep), NOON);
    }
    store().inbox().markApplied(rep, 1, 2, NOON);
    assertThat(store().inbox().earliestOpen()).containsEntry(rep, 3L);
    store().inbox().markApplied(rep, 3, 3, NOON);
    assertThat(store().inbox().earliestOpen()).doesNotContainKey(rep);
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
    needsChangesInOneStep();
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

  @Test
  void a_change_begins_a_distributor_and_applying_it_again_changes_nothing() {
    DistributorChange change = change(1, "a", Map.of("name", Samples.text("王建国")));
    store().distributors().apply(change);
    another().distributors().apply(change);
    Distributor expected = Distributor.begun(distributor("a"), rep, NOON).with(change);
    assertThat(store().distributors().find(distributor("a"))).contains(expected);
    assertThat(expected.version()).isEqualTo(1);
  }

  @Test
  void every_kind_of_value_comes_back_as_it_was() {
    Map<String, Fact> facts =
        Map.of(
            "company", Samples.text("苏州康泰医药"),
            "clinicalReps", Samples.fact(new Value.Count(20)),
            "gsp", Samples.fact(new Value.Flag(false)),
            "wantedRegions", Samples.fact(new Value.Items(List.of("苏州", "无锡"))),
            "fax", Samples.fact(new Value.Text("")).in(FactState.REFUSED, "t2", NOON),
            "email", new Fact(null, "没有", List.of(), FactState.UNKNOWN, "t3", NOON, 1));
    store().distributors().apply(change(1, "a", facts));
    assertThat(store().distributors().find(distributor("a")).orElseThrow().fields())
        .isEqualTo(facts);
  }

  @Test
  void changes_made_at_once_are_all_applied_once() throws Exception {
    needsChangesInOneStep();
    List<Callable<Boolean>> changes = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Distributors distributors = (i % 2 == 0 ? store() : another()).distributors();
      DistributorChange change = change(i / 2, "a", Map.of("f" + i / 2, Samples.text("v")));
      changes.add(
          () -> {
            distributors.apply(change);
            return true;
          });
    }
    together(changes);
    Distributor distributor = store().distributors().find(distributor("a")).orElseThrow();
    assertThat(distributor.version()).isEqualTo(8);
    assertThat(distributor.fields()).hasSize(8);
    assertThat(distributor.history())
        .extracting(Distributor.HistoryEntry::key)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_rep_sees_the_own_distributors_oldest_first_as_index_cards() {
    Map<String, Fact> all =
        Map.of(
            "name", Samples.text("王建国"),
            "company", Samples.text("苏州康泰医药"),
            "mobile", Samples.text("13800000001"),
            "wantedRegions", Samples.fact(new Value.Items(List.of("苏州", "无锡"))),
            "targetProduct", Samples.text("康泰胶囊"),
            "mainProducts", Samples.fact(new Value.Items(List.of("甲片", "乙片"))),
            "stage", Samples.text("called"),
            "archived", Samples.fact(new Value.Flag(true)));
    store().distributors().apply(at(NOON, change(1, "b", all)));
    store().distributors().apply(at(NOON.minusSeconds(1), change(2, "z", Map.of())));
    store().distributors().apply(Samples.change("x#" + rep, "x" + rep, "another", all));
    assertThat(another().distributors().ofOwner(rep))
        .containsExactly(
            new Distributors.Card(
                distributor("z"), "", "", "", List.of(), List.of(), "lead", false),
            new Distributors.Card(
                distributor("b"),
                "王建国",
                "苏州康泰医药",
                "13800000001",
                List.of("苏州", "无锡"),
                List.of("康泰胶囊", "甲片", "乙片"),
                "called",
                true));
  }

  @Test
  void distributors_are_found_by_mobile_and_by_company_whoever_owns_them() {
    String company = "company of " + rep;
    String key = Distributors.companyKey(company + " Co., Ltd.");
    store().distributors().apply(change(1, "a", Map.of("company", Samples.text(company))));
    store()
        .distributors()
        .apply(
            Samples.change(
                "o#" + rep, "o" + rep, "other", Map.of("company", Samples.text(company + "有限公司"))));
    assertThat(another().distributors().matching(key))
        .containsExactlyInAnyOrder(
            new Distributors.Match(distributor("a"), rep),
            new Distributors.Match("o" + rep, "other"));
    assertThat(store().distributors().matching(Distributors.mobileKey(rep))).isEmpty();
  }

  @Test
  void a_corrected_mobile_is_found_and_the_wrong_one_is_not() {
    store().distributors().apply(change(1, "a", Map.of("mobile", Samples.text("1" + rep))));
    store().distributors().apply(change(2, "a", Map.of("mobile", Samples.text("2" + rep))));
    assertThat(store().distributors().matching(Distributors.mobileKey("1" + rep))).isEmpty();
    assertThat(store().distributors().matching(Distributors.mobileKey("2" + rep)))
        .containsExactly(new Distributors.Match(distributor("a"), rep));
  }

  @Test
  void a_merged_distributor_is_kept_but_neither_listed_nor_found() {
    store().distributors().apply(change(1, "a", Map.of("mobile", Samples.text(rep))));
    store()
        .distributors()
        .apply(Samples.merge("m#" + rep, distributor("a"), rep, distributor("b")));
    assertThat(store().distributors().ofOwner(rep)).isEmpty();
    assertThat(store().distributors().matching(Distributors.mobileKey(rep))).isEmpty();
    Distributor merged = store().distributors().find(distributor("a")).orElseThrow();
    assertThat(merged.mergedInto()).isEqualTo(distributor("b"));
    assertThat(merged.text("mobile")).contains(rep);
  }

  @Test
  void what_another_instance_wrote_is_seen_at_the_next_reading() {
    String id = distributor("a");
    assertThat(another().distributors().find(id)).isEmpty();
    store().distributors().apply(change(1, "a", Map.of("name", Samples.text("one"))));
    assertThat(another().distributors().find(id).orElseThrow().text("name")).contains("one");
    store().distributors().apply(change(2, "a", Map.of("name", Samples.text("two"))));
    assertThat(another().distributors().find(id).orElseThrow().text("name")).contains("two");
    another().distributors().apply(change(3, "a", Map.of("mobile", Samples.text("3"))));
    store().distributors().apply(change(4, "a", Map.of("company", Samples.text("four"))));
    assertThat(another().distributors().find(id).orElseThrow().fields())
        .containsOnlyKeys("name", "mobile", "company");
    store().distributors().erase(id);
    assertThat(another().distributors().find(id).orElseThrow().fields()).isEmpty();
  }

  @Test
  void what_another_instance_wrote_is_not_missed_by_an_erasure() {
    assertThat(another().distributors().find(distributor("a"))).isEmpty();
    store().distributors().apply(change(1, "a", Map.of("name", Samples.text("one"))));
    another().distributors().erase(distributor("a"));
    assertThat(store().distributors().find(distributor("a")).orElseThrow().fields()).isEmpty();
  }

  @Test
  void ledgers_that_another_instance_wrote_are_seen_beside_those_that_are_remembered() {
    String mine = Ledger.ofRep(rep);
    String other = Ledger.ofDistributor(rep);
    assertThat(another().ledgers().findAll(List.of(mine, other))).isEmpty();
    FollowUp first = Samples.followUp("one", NOON);
    store().ledgers().apply(Samples.ledgerChange(id(1), rep, first));
    assertThat(another().ledgers().findAll(List.of(mine, other)))
        .containsExactly(store().ledgers().find(mine));
    assertThat(another().ledgers().find(mine).entries()).containsExactly(first);
  }

  @Test
  void nothing_stands_in_a_ledger_at_first() {
    Ledger ledger = store().ledgers().find(Ledger.ofRep(rep));
    assertThat(ledger).isEqualTo(Ledger.empty(Ledger.ofRep(rep)));
    assertThat(store().ledgers().findAll(List.of(ledger.id()))).isEmpty();
  }

  @Test
  void a_change_to_a_ledger_is_applied_once() {
    FollowUp open = Samples.followUp("t1#0", Samples.NOON);
    LedgerChange change = Samples.ledgerChange("t1", rep, open);
    store().ledgers().apply(change);
    store().ledgers().apply(change);
    Ledger ledger = store().ledgers().find(Ledger.ofRep(rep));
    assertThat(ledger.version()).isEqualTo(1);
    assertThat(ledger.entries()).containsExactly(open);
  }

  @Test
  void an_entry_takes_the_place_of_the_one_with_its_id_and_a_removed_one_goes() {
    FollowUp first = Samples.followUp("a", Samples.NOON);
    FollowUp second = Samples.followUp("b", Samples.NOON);
    FollowUp later = Samples.followUp("a", Samples.NOON.plusSeconds(60));
    store().ledgers().apply(Samples.ledgerChange("t1", rep, first, second));
    store()
        .ledgers()
        .apply(new LedgerChange(Ledger.ofRep(rep), rep, "t2", List.of(later), List.of("b")));
    assertThat(store().ledgers().find(Ledger.ofRep(rep)).entries()).containsExactly(later);
  }

  @Test
  void what_a_turn_left_is_not_applied_again_over_a_later_turn() {
    String id = Ledger.ofRep(rep);
    FollowUp first = Samples.followUp("a", Samples.NOON);
    FollowUp later = Samples.followUp("a", Samples.NOON.plusSeconds(60));
    LedgerChange slow = new LedgerChange(id, rep, "t1", 1L, List.of(first), List.of());
    store().ledgers().apply(slow);
    store().ledgers().apply(new LedgerChange(id, rep, "t2", 2L, List.of(later), List.of()));
    store().ledgers().apply(new LedgerChange(id, rep, "sweep", List.of(), List.of("none")));
    store().ledgers().apply(slow);
    assertThat(store().ledgers().find(id).entries()).containsExactly(later);
  }

  @Test
  void changes_of_two_reps_to_one_ledger_at_once_are_both_applied() throws Exception {
    needsChangesInOneStep();
    List<Callable<Boolean>> changes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String by = rep + i;
      FollowUp entry = Samples.followUp(by, Samples.NOON);
      changes.add(
          () -> {
            store()
                .ledgers()
                .apply(new LedgerChange(Ledger.ofRep(rep), by, "t1", List.of(entry), List.of()));
            return true;
          });
    }
    together(changes);
    assertThat(store().ledgers().find(Ledger.ofRep(rep)).entries()).hasSize(8);
  }

  @Test
  void ledgers_are_found_by_what_is_due_earliest_first() {
    Instant late = Samples.NOON.plusSeconds(3600);
    String other = rep + "-other";
    store().ledgers().apply(Samples.ledgerChange("t1", rep, Samples.followUp("a", late)));
    store()
        .ledgers()
        .apply(
            new LedgerChange(
                Ledger.ofRep(other),
                other,
                "t1",
                List.of(Samples.followUp("b", Samples.NOON), Samples.followUp("c", late)),
                List.of()));
    assertThat(dueOfTest(Samples.NOON.minusSeconds(1))).isEmpty();
    assertThat(dueOfTest(Samples.NOON)).containsExactly(Ledger.ofRep(other));
    assertThat(dueOfTest(late)).containsExactly(Ledger.ofRep(other), Ledger.ofRep(rep));
  }

  private List<String> dueOfTest(Instant until) {
    return store().ledgers().due(until, 10_000).stream()
        .map(Ledger::id)
        .filter(id -> id.startsWith(Ledger.ofRep(rep)))
        .toList();
  }

  @Test
  void a_delivery_keeps_the_chart_of_its_reply() {
    OutboxEntry plain = Samples.delivery(rep, 1, 0);
    OutboxEntry entry = Samples.delivery(plain, plain.reply().with(Samples.chart()));
    store().deliveries().add(List.of(entry));
    assertThat(store().deliveries().find(entry.id())).contains(entry);
  }

  @Test
  void a_delivery_is_added_once_and_then_left_as_it_is() {
    OutboxEntry first = Samples.delivery(rep, 1, 0);
    store().deliveries().add(List.of(first));
    store().deliveries().claim(first.id(), 0, NOON);
    store().deliveries().add(List.of(first, Samples.delivery(rep, 1, 1)));
    assertThat(store().deliveries().find(first.id()).orElseThrow().tries()).isEqualTo(1);
    assertThat(store().deliveries().find(Samples.delivery(rep, 1, 1).id())).isPresent();
    store().deliveries().add(List.of());
  }

  @Test
  void only_one_instance_begins_a_try() throws Exception {
    needsChangesInOneStep();
    OutboxEntry entry = Samples.delivery(rep, 1, 0);
    store().deliveries().add(List.of(entry));
    List<Callable<Boolean>> claims = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Deliveries deliveries = (i % 2 == 0 ? store() : another()).deliveries();
      claims.add(() -> deliveries.claim(entry.id(), 0, NOON));
    }
    assertThat(together(claims)).filteredOn(won -> won).hasSize(1);
    OutboxEntry claimed = store().deliveries().find(entry.id()).orElseThrow();
    assertThat(claimed.tries()).isEqualTo(1);
    assertThat(claimed.sendingSince()).isEqualTo(NOON);
  }

  @Test
  void what_was_sent_or_has_failed_is_neither_claimed_nor_waiting_but_kept() {
    String channel = "channel-" + rep;
    List<OutboxEntry> entries =
        List.of(on(channel, 1), on(channel, 2), on(channel, 3), on(channel, 4));
    store().deliveries().add(entries.subList(2, 4));
    store().deliveries().add(entries.subList(0, 2));
    store().deliveries().markSent(List.of(entries.get(0).id()), NOON);
    store().deliveries().update(failed(entries.get(1)));
    assertThat(store().deliveries().claim(entries.get(0).id(), 0, NOON)).isFalse();
    assertThat(store().deliveries().claim(entries.get(1).id(), 3, NOON)).isFalse();
    assertThat(another().deliveries().waiting(channel, 9)).isEqualTo(entries.subList(2, 4));
    assertThat(another().deliveries().waiting(channel, 1)).isEqualTo(entries.subList(2, 3));
    assertThat(store().deliveries().find(entries.get(1).id())).contains(failed(entries.get(1)));
    assertThat(store().deliveries().find(entries.get(0).id()).orElseThrow().sentAt())
        .isEqualTo(NOON);
  }

  @Test
  void a_limit_is_used_up_by_whoever_knows_how_far_it_was() {
    String key = "wecom:" + rep;
    Deliveries one = store().deliveries();
    Deliveries other = another().deliveries();
    assertThat(one.usedUpUntil(key)).isEqualTo(Instant.EPOCH);
    assertThat(one.useUp(key, Instant.EPOCH, NOON)).isTrue();
    assertThat(other.useUp(key, Instant.EPOCH, NOON.plusSeconds(1))).isFalse();
    assertThat(other.usedUpUntil(key)).isEqualTo(NOON);
    assertThat(other.useUp(key, NOON, NOON.plusMillis(3640))).isTrue();
    assertThat(one.useUp(key, NOON, NOON.plusSeconds(9))).isFalse();
    assertThat(one.usedUpUntil(key)).isEqualTo(NOON.plusMillis(3640));
  }

  @Test
  void what_came_later_for_a_rep_is_read_in_order_sent_or_not() {
    store()
        .deliveries()
        .add(
            List.of(
                Samples.delivery(rep, 10, 1),
                Samples.delivery(rep, 10, 0),
                Samples.delivery(rep, 9, 0),
                Samples.delivery(rep, 2, 0)));
    store().deliveries().markSent(List.of(Samples.delivery(rep, 9, 0).id()), NOON);
    assertThat(another().deliveries().after(rep, "web", 2, 9))
        .extracting(OutboxEntry::id)
        .containsExactly(
            Samples.delivery(rep, 9, 0).id(),
            Samples.delivery(rep, 10, 0).id(),
            Samples.delivery(rep, 10, 1).id());
    assertThat(store().deliveries().after(rep, "web", 2, 1)).hasSize(1);
    assertThat(store().deliveries().after(rep, "web", 10, 9)).isEmpty();
    assertThat(store().deliveries().after(rep, "telegram", 0, 9)).isEmpty();
  }

  @Test
  void what_stands_before_an_entry_is_the_last_of_an_earlier_turn_to_the_same_chat() {
    OutboxEntry last = Samples.delivery(rep, 9, 1);
    store()
        .deliveries()
        .add(List.of(Samples.delivery(rep, 9, 0), last, Samples.delivery(rep, 2, 0)));
    assertThat(another().deliveries().lastBefore(Samples.delivery(rep, 12, 0))).contains(last);
    assertThat(store().deliveries().lastBefore(last)).contains(Samples.delivery(rep, 2, 0));
    assertThat(store().deliveries().lastBefore(Samples.delivery(rep, 2, 0))).isEmpty();
    assertThat(store().deliveries().lastBefore(Samples.delivery(rep, 9_000, 0))).isEmpty();
    assertThat(store().deliveries().lastBefore(Samples.delivery(rep + "x", 12, 0))).isEmpty();
  }

  @Test
  void an_account_belongs_to_the_person_who_was_saved_with_it_last() {
    Person.Account account = new Person.Account("telegram", rep);
    Person first = person("p1-" + rep, List.of(account, new Person.Account("web", rep)));
    Person second = person("p2-" + rep, List.of(account));
    store().people().save(first);
    assertThat(another().people().byAccount("telegram:" + rep)).contains(first);
    store().people().save(second);
    assertThat(another().people().byAccount("telegram:" + rep)).contains(second);
    assertThat(another().people().byAccount("web:" + rep).orElseThrow().id()).isEqualTo(first.id());
    assertThat(store().people().find(first.id()).orElseThrow().accounts()).doesNotContain(account);
    assertThat(store().people().byAccount("telegram:nobody")).isEmpty();
    assertThat(store().people().all())
        .extracting(Person::id)
        .contains(first.id(), second.id())
        .isSorted();
  }

  @Test
  void strangers_are_counted_by_channel_and_nothing_else_is_kept_of_them() {
    assertThat(store().people().countStranger(rep)).isEqualTo(1);
    assertThat(another().people().countStranger(rep)).isEqualTo(2);
    assertThat(store().people().countStranger("other-" + rep)).isEqualTo(1);
  }

  private DistributorChange change(int n, String distributor, Map<String, Fact> set) {
    return Samples.change("t" + n + rep + "#0", distributor(distributor), rep, set);
  }

  private static DistributorChange at(Instant at, DistributorChange c) {
    return new DistributorChange(
        c.key(),
        c.turn(),
        at,
        c.distributor(),
        c.owner(),
        c.set(),
        c.cleared(),
        c.mergedInto(),
        c.from());
  }

  private String distributor(String name) {
    return name + "-" + rep;
  }

  private OutboxEntry on(String channel, long seq) {
    OutboxEntry e = Samples.delivery(rep, seq, 0);
    return new OutboxEntry(
        e.id(),
        e.rep(),
        channel,
        e.chat(),
        seq,
        0,
        e.priority(),
        e.notBefore(),
        e.reply(),
        null,
        0,
        null,
        null,
        null);
  }

  private static OutboxEntry failed(OutboxEntry e) {
    return new OutboxEntry(
        e.id(),
        e.rep(),
        e.channel(),
        e.chat(),
        e.seq(),
        e.n(),
        e.priority(),
        e.notBefore(),
        e.reply(),
        null,
        3,
        null,
        null,
        "blocked by the user");
  }

  private static Person person(String id, List<Person.Account> accounts) {
    return new Person(id, "name", Person.Role.REP, "t1", null, true, accounts);
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
