package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.zhaoshang.access.Directory;
import dev.zhaoshang.access.Enrolment;
import dev.zhaoshang.access.Reachability;
import dev.zhaoshang.access.Reception;
import dev.zhaoshang.access.Reception.Visitor;
import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Account;
import dev.zhaoshang.domain.Person.Role;
import dev.zhaoshang.domain.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who becomes whose account, by the front door: nobody acts in another's name. */
class EnlistingTest {

  private static final Pattern CODE = Pattern.compile("[A-Z2-7]{16}");

  private Workbench bench;
  private Reception reception;

  @BeforeEach
  void open(@TempDir Path dir) {
    bench = new Workbench(dir, Brains::ofDialogs);
    Directory directory = new Directory(bench.store.people(), () -> bench.now);
    reception =
        new Reception(
            directory,
            new Enrolment(bench.store.ledgers(), directory, () -> bench.now),
            new Reachability(bench.store.ledgers(), () -> bench.now));
    hire("admin", Role.ADMIN, null, "1");
    hire("boss", Role.SUPERIOR, "admin", "2");
    hire("rep", Role.REP, "boss", "3");
    hire("otherRep", Role.REP, "boss", "4");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void an_invite_names_no_account_so_that_nobody_takes_one_over_or_comes_in_without_a_code() {
    for (String account : List.of("telegram:1", "telegram:4", "telegram:999")) {
      assertThat(ids("boss", "/invite spy 小张 " + account)).containsExactly("invite.account");
      assertThat(ids("admin", "/invite spy 小张 " + account)).containsExactly("invite.account");
    }
    assertThat(whose("1")).isEqualTo("admin");
    assertThat(whose("4")).isEqualTo("otherRep");
    assertThat(whose("999")).isEmpty();
  }

  @Test
  void an_admin_names_accounts_but_none_that_somebody_else_uses() {
    assertThat(ids("admin", "/adduser hanmei 韩梅 telegram:3")).containsExactly("people.taken");
    assertThat(bench.store.people().find("hanmei")).isEmpty();
    assertThat(whose("3")).isEqualTo("rep");
    assertThat(ids("admin", "/adduser hanmei 韩梅 telegram:77")).containsExactly("people.added");
    assertThat(whose("77")).isEqualTo("hanmei");
  }

  @Test
  void a_superior_has_no_code_for_a_rep_who_is_served_already() {
    bench.say("rep", "你好");
    assertThat(ids("boss", "/invite rep rep")).containsExactly("invite.enrolled");
    List<Reply> replies = bench.say("admin", "/invite rep rep");
    assertThat(replies).extracting(Reply::id).containsExactly("invite");
    bench.until(bench.now.plus(Duration.ofMinutes(1)));
    assertThat(bench.unasked("rep")).extracting(Reply::id).contains("invite.told");
    assertThat(audited()).contains(tuple("admin", "invite", "rep"));
    assertThat(reception.signIn("s1", code(replies))).map(Person::id).contains("rep");
  }

  @Test
  void a_second_code_of_a_superior_opens_nothing_once_the_rep_has_come_in() {
    String first = code(bench.say("boss", "/invite hanmei 韩梅"));
    String second = code(bench.say("boss", "/invite hanmei 韩梅"));
    assertThat(reception.admit("telegram", "77", first)).isInstanceOf(Visitor.Newcomer.class);
    assertThat(reception.signIn("s1", second)).isEmpty();
    String own = code(bench.say("hanmei", "/link"));
    assertThat(reception.signIn("s2", own)).map(Person::id).contains("hanmei");
  }

  @Test
  void who_comes_in_by_the_page_alone_is_served_already_too() {
    String code = code(bench.say("boss", "/invite hanmei 韩梅"));
    assertThat(reception.signIn("s1", code)).isPresent();
    assertThat(ids("boss", "/invite hanmei 韩梅")).containsExactly("invite.enrolled");
  }

  @Test
  void who_has_left_is_let_in_again_by_an_admin_by_a_code_and_without_the_old_accounts() {
    bench.say("admin", "/removeuser rep otherRep");
    assertThat(ids("boss", "/invite rep 小李")).containsExactly("invite.left");
    assertThat(whose("3")).isEmpty();
    String code = code(bench.say("admin", "/invite rep 小李"));
    assertThat(whose("3")).isEmpty();
    assertThat(reception.admit("telegram", "3", code)).isInstanceOf(Visitor.Newcomer.class);
    assertThat(whose("3")).isEqualTo("rep");
  }

  @Test
  void who_is_registered_again_waits_for_a_code() {
    bench.say("admin", "/removeuser rep");
    assertThat(ids("admin", "/adduser rep 小李")).containsExactly("people.returned");
    assertThat(whose("3")).isEmpty();
  }

  @Test
  void nobody_takes_over_from_themselves_and_what_was_open_stays() {
    bench.say("rep", "王建国 13812345678，苏州康泰医药公司");
    bench.say("rep", "明天下午三点给王建国发合同");
    assertThat(ids("admin", "/removeuser rep rep")).containsExactly("people.ownHeir");
    assertThat(ids("admin", "/removeuser rep nobody")).containsExactly("people.unknown");
    assertThat(bench.store.ledgers().find(Ledger.ofRep("rep")).all(FollowUp.class)).hasSize(1);
    assertThat(bench.records.of("rep")).hasSize(1);
    assertThat(whose("3")).isEqualTo("rep");
  }

  @Test
  void somebody_who_has_left_takes_over_nothing() {
    bench.say("admin", "/removeuser otherRep");
    assertThat(ids("admin", "/removeuser rep otherRep")).containsExactly("people.unknown");
    assertThat(whose("3")).isEqualTo("rep");
  }

  @Test
  void the_last_admin_stays_one() {
    for (String words :
        List.of("/removeuser admin boss", "/adduser admin rep", "/invite admin rep")) {
      assertThat(ids("admin", words)).as(words).containsExactly("people.lastAdmin");
    }
    bench.say("admin", "/adduser boss admin");
    assertThat(ids("admin", "/removeuser admin boss")).containsExactly("people.handedOver");
  }

  @Test
  void that_leaders_look_at_their_people_and_admins_at_all_is_on_record() {
    bench.say("boss", "/team");
    assertThat(audited()).contains(tuple("boss", "see", "rep"));
    bench.say("admin", "/insights");
    assertThat(audited()).contains(tuple("admin", "see", "rep"));
    bench.say("admin", "/people");
    bench.say("admin", "/adduser otherRep superior");
    assertThat(audited())
        .contains(tuple("admin", "see", "people"), tuple("admin", "person", "otherRep"));
  }

  @Test
  void an_admin_can_tell_two_of_a_name_apart_before_one_is_erased() {
    bench.say("rep", "王建国 13812345678，苏州康泰医药有限公司");
    bench.say("otherRep", "王建国 13812345678，苏州康泰医药有限公司");
    Reply which = bench.say("admin", "/erase 13812345678").get(0);
    assertThat(which.id()).isEqualTo("erase.which");
    assertThat(which.text()).contains("1. ", "2. ", "rep 的", "otherRep 的", "5678");
    assertThat(which.buttons()).extracting(b -> b.label().substring(0, 2)).contains("1 ", "2 ");
    List<String> sure =
        which.buttons().stream()
            .map(button -> bench.press("admin", button.data()).get(0).text())
            .toList();
    assertThat(sure).doesNotHaveDuplicates();
    assertThat(sure).anyMatch(text -> text.contains("otherRep 的客户，手机尾号 5678"));
  }

  private void hire(String id, Role role, @Nullable String superior, String telegram) {
    List<Account> accounts = List.of(new Account("test", id), new Account("telegram", telegram));
    bench.store.people().save(new Person(id, id, role, "team", superior, true, accounts));
  }

  /** Id of the person whose account that is; empty for a stranger's. */
  private String whose(String account) {
    return reception.admit("telegram", account, "你好") instanceof Visitor.Colleague colleague
        ? colleague.person().id()
        : "";
  }

  private List<org.assertj.core.groups.Tuple> audited() {
    return bench.store.ledgers().find(AuditEntry.ledgerOf(bench.now)).all(AuditEntry.class).stream()
        .map(entry -> tuple(entry.by(), entry.what(), entry.subject()))
        .toList();
  }

  private List<String> ids(String who, String words) {
    return bench.say(who, words).stream().map(Reply::id).toList();
  }

  private static String code(List<Reply> replies) {
    Matcher matcher = CODE.matcher(replies.get(0).text());
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }
}
