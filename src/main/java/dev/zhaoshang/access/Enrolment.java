package dev.zhaoshang.access;

import dev.zhaoshang.domain.Invite;
import dev.zhaoshang.domain.InviteClaim;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Account;
import dev.zhaoshang.store.Ledgers;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets an account in that comes with the code of an invite. */
public final class Enrolment {

  /** Who claims a code there is a session, not an account. */
  private static final String PAGE = "page";

  /** Where people come in by the browser; the account is the person's id. */
  private static final String WEB = "web";

  private final Ledgers ledgers;
  private final Directory directory;
  private final InstantSource clock;

  /**
   * Reads invites in the store; whoever is let in is written to the directory, which tells of it.
   */
  public Enrolment(Ledgers ledgers, Directory directory, InstantSource clock) {
    this.ledgers = ledgers;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Makes an account that of the invited person, if the text holds the code of an invite that is
   * open. Of several accounts with one code the first has it.
   *
   * @return the person; empty when there is no such invite, or it was used or has expired
   */
  Optional<Person> enrol(Account account, String text) {
    return redeem(account, text).map(person -> with(account, person));
  }

  /** The person whom the code of an open invite names, for the one who shows it first. */
  private Optional<Person> redeem(Account account, String text) {
    return Invite.codeIn(text)
        .map(code -> ledgers.find(Invite.ledgerOf(code)))
        .flatMap(ledger -> redeem(account, ledger));
  }

  /**
   * The person whom the code of an open invite names; who had no account is one of the page's from
   * then on, so that nobody else is given a code for the same person.
   *
   * @param session that shows the code; it is not made the person's
   */
  Optional<Person> signIn(String session, String code) {
    return redeem(new Account(PAGE, session), code)
        .map(
            person ->
                person.accounts().isEmpty() ? with(new Account(WEB, person.id()), person) : person);
  }

  private Optional<Person> redeem(Account account, Ledger ledger) {
    return ledger
        .find(Invite.class, Invite.ID)
        .filter(invite -> clock.instant().isBefore(invite.expires()))
        .flatMap(this::meant)
        .filter(person -> claims(account, ledger.id()));
  }

  /**
   * Who has come in meanwhile by another code is let in again by an own one or an admin's only:
   * whoever else made one knows it.
   */
  private Optional<Person> meant(Invite invite) {
    return directory
        .find(invite.person())
        .filter(Person::active)
        .filter(
            person ->
                !Enlisting.isEnrolled(person)
                    || invite.by().equals(person.id())
                    || Access.may(directory.active(invite.by()).orElse(null), Access.Deed.APPOINT));
  }

  private Person with(Account account, Person person) {
    List<Account> accounts =
        Stream.concat(person.accounts().stream(), Stream.of(account)).distinct().toList();
    Person known =
        new Person(
            person.id(),
            person.name(),
            person.role(),
            person.team(),
            person.superior(),
            true,
            accounts);
    directory.save(known);
    return known;
  }

  /** Claims stay in the order in which they were made, whoever made them at the same moment. */
  private boolean claims(Account account, String ledger) {
    InviteClaim claim = new InviteClaim("claim:" + account.key(), account.key(), clock.instant());
    ledgers.apply(new LedgerChange(ledger, account.key(), "claim", List.of(claim), List.of()));
    return ledgers.find(ledger).all(InviteClaim.class).stream()
        .findFirst()
        .map(first -> first.account().equals(account.key()))
        .orElse(false);
  }
}
