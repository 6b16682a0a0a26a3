package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.zhaoshang.access.ErasureOrders;
import dev.zhaoshang.access.ErasureWorker;
import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.Contact;
import dev.zhaoshang.domain.DistributorChange;
import dev.zhaoshang.domain.ErasureOrder;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Person.Role;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.SafetyNote;
import dev.zhaoshang.domain.Territory;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.Traces;
import dev.zhaoshang.store.mongo.RawDocuments;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @Test
  void a_company_that_is_called_like_a_kind_leaves_every_record_readable(@TempDir Path dir) {
    try (Workbench bench = peopled(dir)) {
      bench.say("rep", "王建国 13812345678，苏州康泰医药公司");
      bench.say("rep", "明天下午三点给王建国打电话");
      bench.say("rep", "李敏华 13912345678，明天下午四点给她打电话");
      for (String company : List.of("Up", "followUp", "open", "text", "zh")) {
        put(bench, "c-" + company, "陈晓东", company);
        order(bench, "c-" + company);
      }
      bench.erase();
      assertThat(bench.store.ledgers().find(ErasureOrder.LEDGER).entries()).isEmpty();
      assertThat(bench.store.ledgers().find(Ledger.ofRep("rep")).all(FollowUp.class)).isNotEmpty();
      bench.restart();
      assertThat(bench.say("rep", "/leads")).isNotEmpty();
      assertThat(bench.say("rep", "/undo")).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "李敏,李敏华说下周签,李敏华说下周签",
    "李敏,李敏说下周签，李敏,***说下周签，***",
    "李敏,找李敏的同事,找***的同事",
    "王总,王总要降价,王总要降价",
    "老王,我给老王打电话,我给***打电话",
    "Fa,Fa and Wuxi Fangfang Pharma,Fa and Wuxi Fangfang Pharma",
    "Fang,Fang and Wuxi Fangfang Pharma,*** and Wuxi Fangfang Pharma",
    "Fang,和Fang合作,和***合作",
    "敏,敏感的价格,敏感的价格",
    "王建国,王建国明天到,***明天到",
  })
  void a_name_goes_and_what_only_looks_like_it_stays(
      String name, String said, String left, @TempDir Path dir) {
    try (Workbench bench = peopled(dir)) {
      String id = bench.update("rep", Update.Kind.TEXT, said, null, null).id();
      bench.store.inbox().accept(textOf(id, said), bench.now);
      put(bench, "c", name, "苏州康泰医药公司");
      order(bench, "c");
      bench.erase();
      assertThat(RawDocuments.all(bench.store))
          .filteredOn(text -> text.startsWith("inbox "))
          .allSatisfy(text -> assertThat(text).contains("\"text\": \"" + left + "\""));
    }
  }

  @Test
  void a_second_erasure_is_kept_while_one_is_open_and_another_instance_takes_it(@TempDir Path dir) {
    try (Workbench bench = asked(dir)) {
      put(bench, "second", "陈晓东", "无锡方方医药公司");
      order(bench, "second");
      assertThat(open(bench)).hasSize(2).contains("second");
      ErasureWorker killed = bench.eraser("one", new Killing(bench.store.traces(), 1));
      assertThatThrownBy(killed::sweep).isInstanceOf(Killed.class);
      bench.eraser("two", bench.store.traces()).sweep();
      assertThat(open(bench)).hasSize(1).doesNotContain("second");
    }
  }

  @Test
  void an_erasure_that_fails_does_not_keep_those_after_it(@TempDir Path dir) {
    try (Workbench bench = asked(dir)) {
      put(bench, "second", "陈晓东", "无锡方方医药公司");
      order(bench, "second");
      Traces whole = bench.store.traces();
      Traces failing =
          (what, from, most) -> {
            if (!what.distributors().contains("second")) {
              throw new IllegalStateException("unreadable");
            }
            return whole.erase(what, from, most);
          };
      bench.eraser("one", failing).sweep();
      assertThat(open(bench)).hasSize(1).doesNotContain("second");
    }
  }

  @Test
  void of_two_customers_with_one_number_the_admin_chooses(@TempDir Path dir) {
    try (Workbench bench = peopled(dir)) {
      put(bench, "first", "王建国", "苏州康泰医药公司");
      put(bench, "second", "陈晓东", "无锡方方医药公司");
      List<Reply> which = bench.say("admin", "/erase 13812345678");
      assertThat(which).extracting(Reply::id).containsExactly("erase.which");
      assertThat(which.get(0).buttons()).hasSize(2);
      List<Reply> sure = bench.tap("admin", "2 陈晓东 无锡方方医药公司");
      assertThat(sure).extracting(Reply::id).containsExactly("erase.sure");
      assertThat(open(bench)).isEmpty();
      bench.press("admin", sure.get(0).buttons().get(0).data());
      assertThat(open(bench)).containsExactly("second");
    }
  }

  @Test
  void contacts_of_the_customer_and_remarks_about_it_go_too(@TempDir Path dir) {
    try (Workbench bench = peopled(dir)) {
      put(bench, "c", "王建国", "苏州康泰医药公司");
      Contact contact = new Contact("contact-1", "赵小梅 采购", "13987654321", "mei_zhao", bench.now);
      Remark mine = remark(bench, "r-1", "c", "");
      Remark named = remark(bench, "r-3", null, "王建国");
      Remark others = remark(bench, "r-2", null, "王建军");
      put(bench, Ledger.ofDistributor("c"), contact);
      put(bench, Remark.ledger("rep"), mine, named, others);
      String said = "赵小梅 139 8765 4321，微信 mei_zhao，她管采购";
      String id = bench.update("rep", Update.Kind.TEXT, said, null, null).id();
      bench.store.inbox().accept(textOf(id, said), bench.now);
      order(bench, "c");
      bench.erase();
      assertThat(bench.store.ledgers().find(Ledger.ofDistributor("c")).entries()).isEmpty();
      assertThat(bench.store.ledgers().find(Remark.ledger("rep")).entries())
          .extracting(LedgerEntry::id)
          .containsExactly("r-2");
      assertThat(String.join("\n", RawDocuments.all(bench.store)))
          .doesNotContain("赵小梅", "8765 4321", "13987654321", "mei_zhao")
          .contains("*** ***，微信 ***，她管采购");
    }
  }

  private static Remark remark(
      Workbench bench, String id, @Nullable String about, String customer) {
    return new Remark(
        id,
        Remark.Sort.INTEL,
        about,
        customer,
        "窜货",
        "rep",
        bench.now,
        null,
        Remark.State.OPEN,
        "",
        "",
        null);
  }

  private static Update textOf(String id, String said) {
    return new Update(id, "rep", "test", "rep", Update.Kind.TEXT, said, null, null, null, said);
  }

  /** A customer of the rep is on record, with the one mobile. */
  private static void put(Workbench bench, String id, String name, String company) {
    bench
        .store
        .distributors()
        .apply(
            new DistributorChange(
                "put:" + id,
                "put:" + id,
                bench.now,
                id,
                "rep",
                Map.of(
                    "name", fact(bench, name),
                    "company", fact(bench, company),
                    "mobile", fact(bench, "13812345678")),
                List.of(),
                "",
                null));
  }

  private static Fact fact(Workbench bench, String text) {
    return new Fact(new Value.Text(text), text, List.of(), FactState.KNOWN, "told", bench.now, 1);
  }

  private static void put(Workbench bench, String ledger, LedgerEntry... entries) {
    String key = "put:" + ledger;
    bench.store.ledgers().apply(new LedgerChange(ledger, "t", key, List.of(entries), List.of()));
  }

  /** An admin has confirmed it. */
  private static void order(Workbench bench, String id) {
    AuditEntry audit = new AuditEntry("audit-" + id, "admin", "erase", id, bench.now);
    new ErasureOrders(bench.store.ledgers())
        .of(new LedgerChange("audit", "admin", "order:" + id, List.of(audit), List.of()));
  }

  private static List<String> open(Workbench bench) {
    return bench.store.ledgers().find(ErasureOrder.LEDGER).entries().stream()
        .map(LedgerEntry::id)
        .toList();
  }

  private static Workbench peopled(Path dir) {
    Workbench bench = new Workbench(dir, Brains::ofDialogs);
    bench.hire("rep", "李雷", Role.REP, "admin");
    bench.hire("admin", "韩梅", Role.ADMIN, null);
    return bench;
  }

  /** An admin has said that the customer of a rep is to be forgotten. */
  @Test
  void who_types_on_is_told_that_the_customer_is_erased_and_starts_clean(@TempDir Path dir) {
    try (Workbench bench = asked(dir)) {
      String erased = bench.current("rep").orElseThrow().id();
      bench.erase();
      assertThat(bench.say("rep", "临床代表12个"))
          .extracting(Reply::id)
          .containsExactly("current.erased", "current.unnoted");
      assertThat(bench.store.distributors().find(erased).orElseThrow().isErased()).isTrue();
      assertThat(bench.session("rep").distributor()).isNull();
      assertThat(bench.records.of("rep")).allMatch(one -> one.fields().isEmpty());
      assertThat(bench.say("rep", "李敏华 13912345678")).extracting(Reply::id).contains("recorded");
      assertThat(bench.session("rep").distributor()).isNotEqualTo(erased);
      bench.say("rep", "/undo");
      assertThat(bench.store.distributors().find(erased).orElseThrow().isErased()).isTrue();
    }
  }

  @Test
  void a_command_or_the_next_customer_is_taken_in_the_same_turn(@TempDir Path dir) {
    try (Workbench bench = asked(dir)) {
      bench.erase();
      assertThat(bench.say("rep", "李敏华 13912345678，临床代表12个"))
          .extracting(Reply::id)
          .startsWith("current.erased", "recorded");
      assertThat(bench.current("rep").orElseThrow().text("mobile")).contains("13912345678");
    }
  }

  @Test
  void who_may_not_see_the_current_customer_any_more_changes_nothing_of_it(@TempDir Path dir) {
    try (Workbench bench = peopled(dir)) {
      bench.say("rep", "王建国 13812345678，苏州康泰医药公司");
      String customer = bench.current("rep").orElseThrow().id();
      bench.store.distributors().give(customer, "other");
      long version = bench.store.distributors().find(customer).orElseThrow().version();
      assertThat(bench.say("rep", "临床代表12个"))
          .extracting(Reply::id)
          .containsExactly("current.moved", "current.unnoted");
      assertThat(bench.store.distributors().find(customer).orElseThrow().version())
          .isEqualTo(version);
    }
  }

  @Test
  void the_name_goes_from_what_the_company_keeps_of_many(@TempDir Path dir) {
    try (Workbench bench = asked(dir)) {
      bench.say("rep", "王建国说病人吃了示例颗粒以后过敏住院了");
      bench.say("other", "王建国是谁");
      SafetyNote theirs = new SafetyNote("s2", "other", null, bench.now, "王建国说病人吃了过敏", false);
      bench
          .store
          .ledgers()
          .apply(new LedgerChange(Ledger.COMPANY, "other", "t2", List.of(theirs), List.of()));
      Territory region =
          new Territory(
              "3205:p", "320500", "苏州", "p", "王建国", null, customerOf(bench), null, null, null);
      bench
          .store
          .ledgers()
          .apply(new LedgerChange("territories", "boss", "t3", List.of(region), List.of()));
      bench.erase();
      Ledger company = bench.store.ledgers().find(Ledger.COMPANY);
      assertThat(company.all(SafetyNote.class))
          .extracting(SafetyNote::rep, one -> one.words().contains("王建国"))
          .containsExactlyInAnyOrder(tuple("rep", false), tuple("other", true));
      assertThat(bench.store.ledgers().find("territories").all(Territory.class))
          .extracting(Territory::agent)
          .containsExactly("***");
    }
  }

  private static String customerOf(Workbench bench) {
    return bench.store.distributors().matching("mobile:13812345678").get(0).distributor();
  }

  private static Workbench asked(Path dir) {
    Workbench bench = peopled(dir);
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
