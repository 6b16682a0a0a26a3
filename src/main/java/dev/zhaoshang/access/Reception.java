package dev.zhaoshang.access;

import dev.zhaoshang.domain.Invite;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Account;
import java.util.Optional;
import java.util.function.Consumer;

/** Asked by every channel before it takes anything: who is there, and are they let in? */
public final class Reception {

  private final Directory directory;
  private final Enrolment enrolment;
  private final Reachability reachability;

  /** With who is known, who is invited, and where they are reached. */
  public Reception(Directory directory, Enrolment enrolment, Reachability reachability) {
    this.directory = directory;
    this.enrolment = enrolment;
    this.reachability = reachability;
  }

  /** Who came. */
  public sealed interface Visitor {

    /** Somebody of the company. */
    record Colleague(Person person) implements Visitor {}

    /** Somebody of the company whose account has just become known, by an invite. */
    record Newcomer(Person person) implements Visitor {}

    /**
     * Anybody else, of whom nothing is kept.
     *
     * @param greet whether a polite line may be sent now
     */
    record Stranger(boolean greet) implements Visitor {}
  }

  /**
   * Who an account belongs to.
   *
   * @param text that was sent; the code of an invite in it lets an unknown account in
   * @throws dev.zhaoshang.store.StoreUnavailableException when it cannot be told
   */
  public Visitor admit(String channel, String accountId, String text) {
    Optional<Person> known = directory.byAccount(channel, accountId);
    if (known.isPresent()) {
      return new Visitor.Colleague(known.get());
    }
    // What is no code uses up no try: strangers say hello first.
    if (Invite.codeIn(text).isPresent() && directory.mayTry(channel, accountId)) {
      Optional<Person> invited = enrolment.enrol(new Account(channel, accountId), text);
      if (invited.isPresent()) {
        return new Visitor.Newcomer(invited.get());
      }
    }
    return new Visitor.Stranger(directory.greetStranger(channel, accountId));
  }

  /**
   * Who may sign in at the page: the person whom the code of an invite names, once.
   *
   * @param session id of what would be begun, a new one each time
   * @return empty when there is no such code, or it was used or has expired
   */
  public Optional<Person> signIn(String session, String code) {
    return enrolment.signIn(session, code);
  }

  /** Notes that a person wrote by a channel, from that chat. */
  public void seen(String person, String channel, String chat) {
    reachability.seen(person, channel, chat);
  }

  /** Whether a person ever wrote by a channel. */
  public boolean hasCome(String person, String channel) {
    return reachability.isKnown(person, channel);
  }

  /** Notes that the owner of an account has shut us out. */
  public void shutOut(String channel, String accountId) {
    directory
        .byAccount(channel, accountId)
        .ifPresent(person -> reachability.lost(person.id(), channel));
  }

  /** Who leads others, by the account; empty for everybody else. */
  public Optional<Person> leader(String channel, String accountId) {
    return directory
        .byAccount(channel, accountId)
        .filter(person -> Access.may(person, Access.Deed.LEAD));
  }

  /** Tells of everybody who is written from now on, as that person is then. */
  public void whenChanged(Consumer<Person> told) {
    directory.whenSaved(told);
  }

  /** Whether a line may be said now to a group that nobody has enrolled. */
  public boolean mayAnswerGroup(String channel, String group) {
    return directory.greetStranger(channel, group);
  }
}
