package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Directory;
import dev.zhaoshang.access.Enrolment;
import dev.zhaoshang.access.Reachability;
import dev.zhaoshang.access.Reception;
import dev.zhaoshang.access.Reception.Visitor;
import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Enclosure;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Role;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.store.mongo.RawDocuments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do and see what, by the front door. */
class AccessTest {

  private static final Pattern CODE = Pattern.compile("[A-Z2-7]{16}");

  private Workbench bench;

  @BeforeEach
  void open(@TempDir Path dir) {
    bench = new Workbench(dir, () -> Brains.ofDialogs());
    hire("admin", Role.ADMIN, null);
    hire("boss", Role.SUPERIOR, "admin");
    hire("otherBoss", Role.SUPERIOR, "admin");
    hire("rep", Role.REP, "boss");
    hire("otherRep", Role.REP, "otherBoss");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_record_is_seen_by_its_rep_the_superiors_above_and_admins() {
    Access access = new Access(new Directory(bench.store.people(), () -> bench.now));
    List<String> seen = new ArrayList<>();
    for (String who : List.of("rep", "otherRep", "boss", "otherBoss", "admin", "stranger")) {
      if (access.maySee(who, "rep")) {
        seen.add(who);
      }
    }
    assertThat(seen).containsExactly("rep", "boss", "admin");
    bench.store.people().save(bench.store.people().find("boss").orElseThrow().left(null));
    assertThat(access.maySee("boss", "rep")).isFalse();
  }

  @Test
  void a_button_that_names_anothers_distributor_opens_nothing() {
    Distributor theirs = told("otherRep", "王建国 13812345678");
    List<Reply> replies = bench.press("rep", "goto:" + theirs.id());
    assertThat(replies).extracting(Reply::text).noneMatch(text -> text.contains("王建国"));
    assertThat(bench.session("rep").distributor()).isNotEqualTo(theirs.id());
  }

  @Test
  void that_a_superior_looks_at_a_record_is_on_record() {
    Distributor theirs = told("rep", "王建国 13812345678");
    bench.press("boss", "goto:" + theirs.id());
    assertThat(audit())
        .extracting(AuditEntry::by, AuditEntry::what, AuditEntry::subject)
        .contains(tuple("boss", "see", theirs.id()));
  }

  @Test
  void an_invite_lets_one_account_in_as_the_invited() {
    List<Reply> replies = bench.say("boss", "/invite hanmei 韩梅");
    assertThat(ids(replies)).containsExactly("invite");
    String code = code(replies);
    Reception reception = reception();
    assertThat(reception.admit("telegram", "77", "/start " + code))
        .isInstanceOfSatisfying(
            Visitor.Newcomer.class,
            newcomer -> {
              assertThat(newcomer.person().id()).isEqualTo("hanmei");
              assertThat(newcomer.person().superior()).isEqualTo("boss");
              assertThat(newcomer.person().role()).isEqualTo(Role.REP);
            });
    assertThat(reception.admit("telegram", "78", code)).isInstanceOf(Visitor.Stranger.class);
    assertThat(reception.admit("telegram", "77", "x")).isInstanceOf(Visitor.Colleague.class);
  }

  @Test
  void a_superior_invites_reps_of_her_own_and_changes_nobody_elses() {
    assertThat(ids(bench.say("boss", "/invite otherRep 别人"))).containsExactly("access.denied");
    assertThat(ids(bench.say("boss", "/invite admin 我"))).containsExactly("access.denied");
    bench.say("boss", "/invite hanmei admin 韩梅");
    assertThat(bench.store.people().find("hanmei").map(Person::role)).contains(Role.REP);
  }

  @Test
  void a_link_code_makes_the_other_app_the_same_rep() {
    String code = code(bench.say("rep", "/link"));
    assertThat(reception().admit("wecom", "LiLei", code))
        .isInstanceOfSatisfying(
            Visitor.Newcomer.class,
            newcomer -> assertThat(newcomer.person().id()).isEqualTo("rep"));
  }

  @Test
  void who_leaves_is_out_at_once_and_the_heir_has_the_distributors() {
    Distributor theirs = told("rep", "王建国 13812345678");
    String code = code(bench.say("rep", "/link"));
    assertThat(ids(bench.say("admin", "/removeuser rep otherRep")))
        .containsExactly("people.handedOver");
    assertThat(reception().admit("wecom", "LiLei", code)).isInstanceOf(Visitor.Stranger.class);
    assertThat(bench.records.of("rep")).isEmpty();
    assertThat(bench.records.of("otherRep")).extracting(Distributor::id).contains(theirs.id());
    assertThat(audit()).extracting(AuditEntry::what).contains("leave", "handOver");
  }

  @Test
  void the_heir_has_what_was_to_be_done_and_the_trips_and_keeps_reminders_of_her_own() {
    told("rep", "王建国 13812345678，苏州康泰医药公司");
    bench.say("rep", "今天上午十一点给王建国打电话");
    bench.say("rep", "明天下午三点给王建国发合同");
    bench.say("rep", "下周一到周四去苏州");
    bench.say("otherRep", "你好");
    bench.until(bench.now.plus(Duration.ofHours(3)));
    List<Routine> own = own("otherRep", Routine.class);
    assertThat(own).isNotEmpty();
    bench.say("admin", "/removeuser rep otherRep");
    assertThat(own("otherRep", FollowUp.class)).extracting(FollowUp::what).hasSize(2);
    assertThat(own("otherRep", Trip.class)).filteredOn(Trip::isOpen).hasSize(1);
    assertThat(own("otherRep", Routine.class)).isEqualTo(own);
    assertThat(own("rep", FollowUp.class)).isEmpty();
    assertThat(own("rep", Trip.class)).isEmpty();
    assertThat(own("rep", Routine.class)).isEmpty();
    assertThat(ids(bench.say("otherRep", "/trip"))).isNotEmpty().doesNotContain("trip.none");
  }

  @Test
  void the_heir_has_the_debts_of_those_who_are_on_no_record() {
    bench.say("rep", "钱总欠款5000 周五付");
    bench.say("admin", "/removeuser rep otherRep");
    assertThat(bench.say("otherRep", "应收款").get(0).text()).contains("钱总", "5000");
    assertThat(bench.say("otherRep", "钱总付了2000").get(0).text()).contains("还剩 3000 元");
    assertThat(own("otherRep", FollowUp.class)).extracting(FollowUp::what).hasSize(1);
  }

  @Test
  void the_heir_books_what_the_customers_of_who_left_pay() {
    told("rep", "王建国 13812345678，苏州康泰医药公司");
    bench.say("rep", "王总欠款3万 周五付");
    bench.say("admin", "/removeuser rep otherRep");
    List<Reply> some = bench.say("otherRep", "王总付了1万");
    assertThat(ids(some)).startsWith("paid.part");
    bench.say("otherRep", "王总付了");
    assertThat(ids(bench.tap("otherRep", "付清 20000"))).startsWith("paid.all");
    bench.say("otherRep", "撤销");
    bench.say("otherRep", "应收款");
    assertThat(ids(bench.tap("otherRep", "付清 1"))).startsWith("owed.paid");
  }

  private <T extends LedgerEntry> List<T> own(String rep, Class<T> kind) {
    return bench.store.ledgers().find(Ledger.ofRep(rep)).all(kind);
  }

  @Test
  void an_erasure_leaves_nothing_but_an_entry_in_the_audit() {
    Distributor theirs = told("rep", "王建国 13812345678");
    String turn = theirs.history().get(0).turn();
    List<Reply> sure = bench.say("admin", "/erase 13812345678");
    assertThat(ids(sure)).containsExactly("erase.sure");
    String data = sure.get(0).buttons().get(0).data();
    assertThat(ids(bench.press("boss", data))).containsExactly("stale");
    assertThat(ids(bench.press("admin", data))).containsExactly("erased");
    bench.erase();
    Distributor left = bench.shelves.distributors().find(theirs.id()).orElseThrow();
    assertThat(left.fields()).isEmpty();
    assertThat(left.history()).isEmpty();
    assertThat(bench.turn(turn).text()).isEmpty();
    assertThat(bench.shelves.distributors().matching("mobile:13812345678")).isEmpty();
    assertThat(audit()).extracting(AuditEntry::what).contains("erase");
  }

  @Test
  void after_an_erasure_the_customer_stands_in_no_document_of_any_collection() {
    bench.say("rep", "王建国 13812345678，苏州康泰医药公司");
    bench.say("rep", "他的地址是苏州工业园区星湖街218号");
    bench.say("rep", "/search 138 1234 5678");
    bench.say("rep", "明天下午三点给王建国打电话");
    bench.say("rep", "/todo");
    bench.say("rep", "改手机 13912345678");
    bench.press("boss", "goto:" + bench.current("rep").orElseThrow().id());
    assertThat(RawDocuments.all(bench.store)).anyMatch(text -> text.contains("13812345678"));

    List<Reply> sure = bench.say("admin", "/erase 13912345678");
    bench.press("admin", sure.get(0).buttons().get(0).data());
    bench.erase();

    for (String word : List.of("13812345678", "138 1234 5678", "13912345678", "王建国", "康泰", "星湖街")) {
      assertThat(RawDocuments.all(bench.store))
          .filteredOn(text -> text.contains(word))
          .as(word)
          .isEmpty();
    }
  }

  @Test
  void everybody_gets_out_what_is_on_record_of_them_and_of_their_customers() {
    Distributor theirs = told("rep", "王建国 13812345678");
    bench.say("rep", "明天下午三点给王建国打电话");
    assertThat(bench.say("rep", "/export"))
        .extracting(Reply::id, Reply::enclosure)
        .contains(tuple("export.own", enclosed(Enclosure.Kind.PERSON, "rep")));
    assertThat(bench.say("rep", "/export 王建国"))
        .extracting(Reply::id, Reply::enclosure)
        .contains(tuple("export.customer", enclosed(Enclosure.Kind.CUSTOMER, theirs.id())));
    assertThat(ids(bench.say("otherRep", "/export 王建国"))).contains("export.unknown");
    assertThat(ids(bench.press("otherRep", "export:" + theirs.id()))).containsExactly("stale");
    Dossier dossier =
        new Dossier(
            bench.shelves.distributors(),
            bench.store.ledgers(),
            bench.store.people(),
            () -> Brains.ofDialogs().content());
    assertThat(dossier.header(Language.ZH)).hasSize(5);
    assertThat(dossier.ofDistributor(theirs.id(), Language.ZH).orElseThrow())
        .allMatch(row -> row.size() == 5)
        .anyMatch(row -> row.contains("手机") && row.contains("13812345678"))
        .anyMatch(row -> row.get(0).equals("FollowUp"));
    assertThat(dossier.ofPerson("rep", Language.ZH).orElseThrow())
        .anyMatch(row -> row.toString().contains("王建国"));
    assertThat(audit()).extracting(AuditEntry::what).contains("export");
  }

  @Test
  void an_invite_comes_with_its_code_to_be_photographed() {
    List<Reply> replies = bench.say("boss", "/invite hanmei 韩梅");
    assertThat(replies.get(0).enclosure())
        .isEqualTo(enclosed(Enclosure.Kind.INVITE, code(replies)));
  }

  private static Enclosure enclosed(Enclosure.Kind kind, String subject) {
    return new Enclosure(kind, subject, Language.ZH);
  }

  @Test
  void what_was_erased_comes_back_neither_by_undo_nor_after_a_restart() {
    Distributor theirs = told("rep", "王建国 13812345678");
    List<Reply> sure = bench.say("admin", "/erase 13812345678");
    bench.press("admin", sure.get(0).buttons().get(0).data());
    bench.erase();
    bench.say("rep", "/undo");
    bench.restart();
    bench.say("rep", "/status");
    assertThat(bench.shelves.distributors().find(theirs.id()).orElseThrow().fields()).isEmpty();
    assertThat(bench.shelves.sessions().find("rep").orElseThrow().undo()).isEmpty();
  }

  private Distributor told(String rep, String text) {
    bench.say(rep, text);
    return bench.current(rep).orElseThrow();
  }

  private void hire(String id, Role role, @Nullable String superior) {
    bench.store.people().save(new Person(id, id, role, "team", superior, true, List.of()));
  }

  private Reception reception() {
    Directory directory = new Directory(bench.store.people(), () -> bench.now);
    return new Reception(
        directory,
        new Enrolment(bench.store.ledgers(), directory, () -> bench.now),
        new Reachability(bench.store.ledgers(), () -> bench.now));
  }

  private List<AuditEntry> audit() {
    Ledger ledger = bench.store.ledgers().find(AuditEntry.ledgerOf(bench.now));
    return ledger.all(AuditEntry.class);
  }

  private static String code(List<Reply> replies) {
    Matcher matcher = CODE.matcher(replies.get(0).text());
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  private static List<String> ids(List<Reply> replies) {
    return replies.stream().map(Reply::id).toList();
  }
}
