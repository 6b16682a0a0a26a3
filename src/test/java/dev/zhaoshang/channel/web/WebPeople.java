package dev.zhaoshang.channel.web;

import dev.zhaoshang.access.Audit;
import dev.zhaoshang.access.Directory;
import dev.zhaoshang.access.FrontDesk;
import dev.zhaoshang.access.Reception;
import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.Invite;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small company: {@code demo} and {@code other} are reps, each with a superior of her own. */
class WebPeople implements InstantSource {

  /** The code that {@link #invite} makes good. */
  static final String CODE = "ABCDEFGHIJKLMNOP";

  private final FrontDesk desk = new FrontDesk(this);
  private volatile Instant now = FakeConversation.NOW;

  WebPeople() {
    hire("admin", Role.ADMIN, null);
    hire("boss", Role.SUPERIOR, "admin");
    hire("otherBoss", Role.SUPERIOR, "admin");
    hire("demo", Role.REP, "boss");
    hire("other", Role.REP, "otherBoss");
    hire("gone", Role.REP, "boss");
  }

  @Override
  public Instant instant() {
    return now;
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  void hire(String id, Role role, @Nullable String superior) {
    desk.people.save(new Person(id, id, role, "team", superior, true, List.of()));
  }

  void leaves(String id) {
    desk.people.save(desk.people.find(id).orElseThrow().left(null));
  }

  /** Makes the code good for a person for a quarter of an hour. */
  void invite(String person) {
    String ledger = Invite.ledgerOf(CODE);
    Invite invite = new Invite(Invite.ID, person, "admin", now.plus(Duration.ofMinutes(15)));
    desk.ledgers.apply(
        new LedgerChange(ledger, "admin", "turn " + person, List.of(invite), List.of()));
  }

  List<AuditEntry> audit() {
    return desk.ledgers.find(AuditEntry.ledgerOf(now)).all(AuditEntry.class);
  }

  Directory directory() {
    return new Directory(desk.people, this);
  }

  Audit noting() {
    return new Audit(desk.ledgers, this);
  }

  Reception reception() {
    return desk.reception;
  }
}
