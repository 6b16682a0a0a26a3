package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Access.Deed;
import dev.zhaoshang.access.Directory;
import dev.zhaoshang.access.Enrolment;
import dev.zhaoshang.access.Permits;
import dev.zhaoshang.access.Reachability;
import dev.zhaoshang.access.Reception;
import dev.zhaoshang.access.Reception.Visitor;
import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.CardTally;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.DistributorChange;
import dev.zhaoshang.domain.ErasureOrder;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Account;
import dev.zhaoshang.domain.Person.Role;
import dev.zhaoshang.domain.Preferences;
import dev.zhaoshang.domain.Reach;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.TurnRecord;
import dev.zhaoshang.domain.Uncovered;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.mongo.RawDocuments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walks every command as everybody, by the front door. What is expected is what {@link Access}
 * declares: a new command is walked without a line here.
 */
class CommandAccessTest {

  private static final String CUSTOMER = "欧阳建国";

  /** Words of the rep's record that nobody types here but the rep. */
  private static final List<String> SECRETS = List.of("13698765432", "瑞禾");

  private static final Set<String> REFUSALS =
      Set.of("access.denied", "safety.denied", "unanswered.denied");

  /** Everybody in relation to the rep whose customer it is; a role where they are let in. */
  enum Who {
    REP(Role.REP),
    OTHER_REP(Role.REP),
    OWN_SUPERIOR(Role.SUPERIOR),
    OTHER_SUPERIOR(Role.SUPERIOR),
    ADMIN(Role.ADMIN),
    DISABLED_REP(null),
    STRANGER(null);

    private final @Nullable Role role;

    Who(@Nullable Role role) {
      this.role = role;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Workbench bench;
  private Directory directory;
  private Access access;
  private Reception reception;
  private Distributor customer;

  @BeforeEach
  void open(@TempDir Path dir) {
    bench = new Workbench(dir, Brains::ofDialogs);
    directory = new Directory(bench.store.people(), () -> bench.now);
    access = new Access(directory);
    reception =
        new Reception(
            directory,
            new Enrolment(bench.store.ledgers(), directory, () -> bench.now),
            new Reachability(bench.store.ledgers(), () -> bench.now));
    hire(Who.ADMIN, Role.ADMIN, null);
    hire(Who.OWN_SUPERIOR, Role.SUPERIOR, Who.ADMIN);
    hire(Who.OTHER_SUPERIOR, Role.SUPERIOR, Who.ADMIN);
    hire(Who.REP, Role.REP, Who.OWN_SUPERIOR);
    hire(Who.OTHER_REP, Role.REP, Who.OTHER_SUPERIOR);
    hire(Who.DISABLED_REP, Role.REP, Who.OWN_SUPERIOR);
    bench.say(Who.REP.id(), CUSTOMER + " 13698765432，无锡瑞禾医药公司");
    bench.say(Who.REP.id(), "明天下午三点给欧阳建国打电话");
    bench.say(Who.REP.id(), "/owed 欧阳建国 欠款3万 周五付");
    customer = bench.current(Who.REP.id()).orElseThrow();
    bench.say(Who.DISABLED_REP.id(), "你好");
    Person gone = bench.store.people().find(Who.DISABLED_REP.id()).orElseThrow();
    bench.store.people().save(gone.left(null));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource(Who.class)
  void every_command_is_refused_to_whom_it_is_not_for_and_to_nobody_else(Who who) {
    List<String> before = stored();
    for (Command command : Command.values()) {
      for (Update update : ways(who, command)) {
        Optional<List<Reply>> replies = knock(who, update);
        assertThat(replies.isPresent()).as(who + " is let in").isEqualTo(who.role != null);
        Command given = replies.isPresent() ? given(update, command) : null;
        if (given != null && who.role != null) {
          assertThat(replies.orElseThrow().stream().map(Reply::id).anyMatch(REFUSALS::contains))
              .as(who + " " + given + " " + update.text())
              .isEqualTo(!Access.may(who.role, given));
        }
      }
    }
    if (who.role == null) {
      assertThat(stored()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Who.class)
  void no_command_shows_or_changes_a_customer_of_somebody_whom_one_may_not_see(Who who) {
    Map<String, Long> before = versions();
    List<String> shown = new ArrayList<>();
    for (Command command : Command.values()) {
      List<Update> updates = new ArrayList<>();
      updates.add(button(who, "goto:" + customer.id()));
      updates.addAll(ways(who, command));
      updates.add(button(who, "export:" + customer.id()));
      for (Update update : updates) {
        knock(who, update)
            .filter(replies -> SECRETS.stream().anyMatch(replies.toString()::contains))
            .ifPresent(replies -> shown.add(command + " " + replies));
      }
    }
    if (access.maySee(who.id(), Who.REP.id())) {
      assertThat(shown).as("shown to " + who).isNotEmpty();
    } else {
      assertThat(shown).as("shown to " + who).isEmpty();
      assertThat(versions()).as("changed by " + who).isEqualTo(before);
    }
  }

  @Test
  void what_came_in_before_somebody_was_disabled_is_not_acted_on_after() {
    bench.store.people().save(bench.store.people().find(Who.REP.id()).orElseThrow().left(null));
    for (Command command : Command.values()) {
      Map<String, Long> before = versions();
      for (Update update : ways(Who.REP, command)) {
        assertThat(ids(bench.receive(update))).as(command.name()).containsExactly("access.left");
      }
      assertThat(versions()).as(command.name()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Who.class,
      names = {"DISABLED_REP", "STRANGER"},
      mode = EnumSource.Mode.EXCLUDE)
  void what_is_not_a_command_of_its_own_goes_by_the_declared_deed(Who who) {
    Role role = Objects.requireNonNull(who.role);
    List<String> region = ids(bench.say(who.id(), "/territory 宿迁 示例颗粒 康德医药"));
    assertThat(region.contains("territory.denied"))
        .isEqualTo(!Access.may(role, Deed.ASSIGN_REGION));
    bench.say(who.id(), "/invite hanmei admin 韩梅");
    Optional<Role> made = bench.store.people().find("hanmei").map(Person::role);
    assertThat(made.isPresent()).isEqualTo(Access.may(role, Command.INVITE));
    assertThat(made.filter(Role.ADMIN::equals).isPresent())
        .isEqualTo(Access.may(role, Deed.APPOINT));
    assertThat(bench.store.ledgers().find(Ledger.ofRep(who.id())).all(Routine.class))
        .extracting(Routine::sort)
        .contains(Access.may(role, Deed.LEAD) ? Routine.Kind.DIGEST : Routine.Kind.BRIEF);
  }

  @ParameterizedTest
  @EnumSource(Who.class)
  void a_turn_reads_what_its_rep_may_see_of_every_kind_that_is_kept(Who who) {
    Permits permits = new Permits(directory, bench.store.distributors());
    String rep = Who.REP.id();
    boolean sees = access.maySee(who.id(), rep);
    assertThat(sees).isEqualTo(Set.of(Who.REP, Who.OWN_SUPERIOR, Who.ADMIN).contains(who));
    for (String ledger :
        List.of(
            Ledger.ofRep(rep),
            Remark.ledger(rep),
            CardTally.ledger(rep),
            Ledger.ofDistributor(customer.id()))) {
      assertThat(permits.mayRead(who.id(), ledger, Set.of())).as(ledger).isEqualTo(sees);
    }
    for (String company : List.of(Ledger.COMPANY, Uncovered.LEDGER, "territories")) {
      assertThat(permits.mayRead(who.id(), company, Set.of())).as(company).isTrue();
    }
    for (String nobodys : List.of(Reach.ledgerOf(rep), ErasureOrder.LEDGER)) {
      assertThat(permits.mayRead(who.id(), nobodys, Set.of())).as(nobodys).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Who.class)
  void a_turn_writes_to_others_what_is_put_before_them_and_else_what_its_rep_may_see(Who who) {
    boolean sees = access.maySee(who.id(), Who.REP.id());
    String theirs = Ledger.ofRep(Who.REP.id());
    Notice letter = new Notice("n", "claim.noticed", List.of(), bench.now, bench.now);
    check(who, true, theirs, letter);
    check(who, sees, theirs, Preferences.of(Ledger.empty(theirs)));
    check(who, sees, Remark.ledger(Who.REP.id()), letter);
    check(who, sees, Ledger.ofDistributor(customer.id()), letter);
    check(who, false, Reach.ledgerOf(Who.REP.id()), letter);
    String audit = AuditEntry.ledgerOf(bench.now);
    check(who, true, audit, new AuditEntry("a", who.id(), "see", "x", bench.now));
    check(who, false, audit, new AuditEntry("a", "somebody", "see", "x", bench.now));
    check(
        who,
        who == Who.ADMIN,
        audit,
        new AuditEntry("a", who.id(), "erase", customer.id(), bench.now));
  }

  @Test
  void a_distributor_and_a_person_are_written_by_whom_they_are_open_to() {
    Permits permits = new Permits(directory, bench.store.distributors());
    for (Who who : Who.values()) {
      DistributorChange change =
          new DistributorChange(
              "k", "t", bench.now, customer.id(), who.id(), Map.of(), List.of(), "", null);
      verdict(
          permits,
          access.maySee(who.id(), Who.REP.id()),
          outcome(who, List.of(change), List.of(), List.of()));
      Person other = bench.store.people().find(Who.OTHER_REP.id()).orElseThrow();
      verdict(
          permits,
          who == Who.ADMIN || who == Who.OTHER_SUPERIOR,
          outcome(who, List.of(), List.of(), List.of(other)));
    }
  }

  private void check(Who who, boolean may, String ledger, LedgerEntry entry) {
    LedgerChange change = new LedgerChange(ledger, who.id(), "t", List.of(entry), List.of());
    verdict(
        new Permits(directory, bench.store.distributors()),
        may,
        outcome(who, List.of(), List.of(change), List.of()));
  }

  private static void verdict(Permits permits, boolean may, Session.Outcome outcome) {
    if (may) {
      permits.check(outcome, List.of());
    } else {
      assertThatThrownBy(() -> permits.check(outcome, List.of()))
          .as(outcome.turn().rep() + " " + outcome.ledgers())
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private Session.Outcome outcome(
      Who who, List<DistributorChange> changes, List<LedgerChange> ledgers, List<Person> people) {
    TurnRecord turn =
        new TurnRecord(
            "t",
            who.id(),
            1,
            bench.now,
            bench.now,
            Update.Kind.TEXT,
            "",
            null,
            "idle",
            "idle",
            null,
            "",
            List.of());
    return new Session.Outcome(turn, changes, ledgers, List.of(), people);
  }

  /** As a channel does it: whoever is not let in has no turn. */
  private Optional<List<Reply>> knock(Who who, Update update) {
    Visitor visitor = reception.admit("test", who.id(), update.text());
    if (visitor instanceof Visitor.Colleague colleague) {
      assertThat(colleague.person().id()).isEqualTo(who.id());
      return Optional.of(bench.receive(update));
    }
    assertThat(visitor).isInstanceOf(Visitor.Stranger.class);
    return Optional.empty();
  }

  /** A button that gives the command, and words that do: alone, and with the customer's name. */
  private List<Update> ways(Who who, Command command) {
    String name = command.name().toLowerCase(Locale.ROOT);
    List<Update> ways = new ArrayList<>(List.of(button(who, "cmd:" + name)));
    List<String> words = Brains.ofDialogs().content().commands().getOrDefault(name, List.of());
    Stream.of(true, false)
        .flatMap(gap -> words.stream().filter(one -> one.contains("…") == gap).limit(1))
        .map(one -> one.replace("…", CUSTOMER))
        .forEach(text -> ways.add(bench.update(who.id(), Update.Kind.TEXT, text, null, null)));
    return ways;
  }

  private Update button(Who who, String data) {
    return bench.update(who.id(), Update.Kind.BUTTON, "", data, null);
  }

  /** What was understood to be told; words may mean more than one command. */
  private @Nullable Command given(Update update, Command pressed) {
    var meaning = bench.turn(update.id()).meaning();
    return update.button() != null ? pressed : meaning == null ? null : meaning.command();
  }

  /** All but the count of strangers, and the mark that a turn is over, which may come later. */
  private List<String> stored() {
    return RawDocuments.all(bench.store).stream()
        .filter(document -> !document.startsWith("strangers "))
        .map(document -> document.replaceFirst(", \"appliedAt\": \\{[^}]*}", ""))
        .sorted()
        .toList();
  }

  /** Of what is the rep's. */
  private Map<String, Long> versions() {
    Map<String, Long> versions = new TreeMap<>();
    versions.put(
        customer.id(), bench.store.distributors().find(customer.id()).orElseThrow().version());
    Set<String> ids = new HashSet<>();
    ids.add(Ledger.ofRep(Who.REP.id()));
    ids.add(Remark.ledger(Who.REP.id()));
    ids.add(CardTally.ledger(Who.REP.id()));
    ids.add(Ledger.ofDistributor(customer.id()));
    ids.forEach(id -> versions.put(id, bench.store.ledgers().find(id).version()));
    return versions;
  }

  private void hire(Who who, Role role, @Nullable Who superior) {
    bench
        .store
        .people()
        .save(
            new Person(
                who.id(),
                who.id(),
                role,
                "team",
                superior == null ? null : superior.id(),
                true,
                List.of(new Account("test", who.id()))));
  }

  private static List<String> ids(List<Reply> replies) {
    return replies.stream().map(Reply::id).toList();
  }
}
