package dev.zhaoshang.access;

import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.CardTally;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Directive;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.ErasureOrder;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reach;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.store.Distributors;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a turn may read, and what it may have written when it is decided: the one gate that all
 * turns pass, whichever flow decides them. A distributor, and whatever is a rep's own, is open to
 * those who {@linkplain Access#maySee may see} the rep; what is the company's is open to all turns.
 * One thing is shown beyond that: who claims a distributor sees since when another rep has the same
 * one, which is looked at for that turn alone.
 */
public final class Permits {

  private static final String OF_DISTRIBUTOR = Ledger.ofDistributor("");
  private static final String OF_REP = Ledger.ofRep("");

  /** How the ids of ledgers begin that are one rep's each. */
  private static final List<String> PERSONAL =
      List.of(OF_REP, Remark.ledger(""), CardTally.ledger(""));

  /** How the ids of ledgers begin that no turn touches. */
  private static final List<String> NOBODYS = List.of(Reach.ledgerOf(""), ErasureOrder.LEDGER);

  /** What one may put before somebody whose own things one may not see. */
  private static final Set<Class<? extends LedgerEntry>> LETTERS =
      Set.of(Approval.class, Directive.class, Notice.class, FollowUp.class);

  private final Access access;
  private final Directory directory;
  private final Distributors distributors;

  /** Looks up people, and whose distributors are. */
  public Permits(Directory directory, Distributors distributors) {
    this.access = new Access(directory);
    this.directory = directory;
    this.distributors = distributors;
  }

  /**
   * Whether a turn may read a ledger.
   *
   * @param reader id of who speaks
   * @param seen ids of distributors that the turn was let see already
   */
  public boolean mayRead(String reader, String ledger, Set<String> seen) {
    if (ledger.startsWith(OF_DISTRIBUTOR)) {
      String id = ledger.substring(OF_DISTRIBUTOR.length());
      return seen.contains(id) || maySee(reader, id);
    }
    return ownerOf(ledger)
        .map(owner -> access.maySee(reader, owner))
        .orElse(NOBODYS.stream().noneMatch(ledger::startsWith));
  }

  /**
   * Sees to it that a turn writes only what it may.
   *
   * @param loaded distributors that the turn read
   * @throws IllegalStateException when it would write more; then nothing of it may be written
   */
  public void check(Session.Outcome outcome, Collection<Distributor> loaded) {
    String writer = outcome.turn().rep();
    // Of these need not be asked whose they are.
    Set<String> seen =
        loaded.stream()
            .filter(one -> one.owner().equals(writer))
            .map(Distributor::id)
            .collect(Collectors.toSet());
    outcome
        .changes()
        .forEach(
            change ->
                require(
                    seen.contains(change.distributor()) || maySee(writer, change.distributor()),
                    "a distributor of somebody else's"));
    outcome
        .ledgers()
        .forEach(change -> require(mayWrite(writer, change, seen), family(change.ledger())));
    outcome.people().forEach(person -> require(maySave(writer, person), "a person"));
  }

  private static void require(boolean permitted, String what) {
    if (!permitted) {
      throw new IllegalStateException("A turn would write " + what + ", which its rep may not");
    }
  }

  /** Without whose it is: it goes to the log. */
  private static String family(String ledger) {
    return "a ledger " + ledger.replaceFirst(":.*", "");
  }

  private boolean mayWrite(String writer, LedgerChange change, Set<String> seen) {
    String ledger = change.ledger();
    return mayRead(writer, ledger, seen)
        ? change.put().stream().allMatch(entry -> isHonest(writer, entry))
        : ledger.startsWith(OF_REP)
            && change.put().stream().allMatch(entry -> LETTERS.contains(entry.getClass()));
  }

  /** An entry of the audit says who did it, and one that sets an erasure off is an admin's. */
  private boolean isHonest(String writer, LedgerEntry entry) {
    return !(entry instanceof AuditEntry audit)
        || (audit.by().equals(writer)
            && (!audit.what().equals(Erasure.WORD)
                || Access.may(directory.active(writer).orElse(null), Command.ERASE)));
  }

  private boolean maySave(String writer, Person person) {
    return directory
        .active(writer)
        .filter(
            by ->
                Enlisting.mayWrite(
                    by,
                    directory.find(person.id()).orElse(null),
                    person,
                    account -> directory.byAccount(account.channel(), account.id())))
        .isPresent();
  }

  /** One that is not stored yet is being begun. */
  private boolean maySee(String viewer, String distributor) {
    return distributors
        .find(distributor)
        .map(Distributor::owner)
        .map(owner -> access.maySee(viewer, owner))
        .orElse(true);
  }

  private static Optional<String> ownerOf(String ledger) {
    return PERSONAL.stream()
        .filter(ledger::startsWith)
        .map(begin -> ledger.substring(begin.length()))
        .findFirst();
  }
}
