package dev.zhaoshang.access;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Role;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do and see what; nobody else decides that. A new command does not compile before it has a
 * rule here, and a new route is shut until it has one.
 */
public final class Access {

  private final Directory directory;

  /** Looks people up where it has to. */
  public Access(Directory directory) {
    this.directory = directory;
  }

  /** For whom something is. */
  public enum Audience {
    /** Everybody of the company, for what is their own. */
    COLLEAGUE,
    /** Superiors, for their own people, and admins. */
    LEADER,
    /** Admins. */
    ADMIN
  }

  /** For whom a command is. */
  public static Audience of(Command command) {
    return switch (command) {
      case PEOPLE, ADD_PERSON, REMOVE_PERSON, ERASE -> Audience.ADMIN;
      case INVITE, DIGEST_TIME, TEAM_GROUP, TEAM_GROUP_END, TEAM_EXPORT -> Audience.LEADER;
      case START, HELP, CHAT, LANGUAGE, LINK, EXPORT -> Audience.COLLEAGUE;
      case NEW, SWITCH, LIST, SEARCH, STATUS, COPY, DONE, UNDO, REPEAT, WHY, HURRY, CHANGE ->
          Audience.COLLEAGUE;
      case SKIP, CANCEL, BACK, YES, NO, FORM, CHECKLIST, CHECKIN -> Audience.COLLEAGUE;
      case OBJECTION, ANOTHER, WRONG_CARD, MORE, EVIDENCE, RATE, PROFIT, OUTCOME ->
          Audience.COLLEAGUE;
      case PIPELINE, STAGE, DROP, ARCHIVE, RESTORE, FOLLOW_UP -> Audience.COLLEAGUE;
      case TODO, TICK_OFF, DISCARD, POSTPONE, HAND_OVER, DIRECTIVE, APPOINT -> Audience.COLLEAGUE;
      case SETTINGS, TIMEZONE, CHECKIN_TIME, BRIEF_TIME, QUIET -> Audience.COLLEAGUE;
      case REMINDERS_OFF, REMINDERS_ON, LEAVE, LEAVE_END, CALENDAR -> Audience.COLLEAGUE;
      case TEAM, INSIGHTS, UNANSWERED, TERRITORY -> Audience.COLLEAGUE;
      case CLAIM, BEFORE, PRACTICE, DRILL, CONTRACT_OFF -> Audience.COLLEAGUE;
      case PRICE, PRICES, OWED, PAID, RECEIVABLES, INTEL -> Audience.COLLEAGUE;
      case NEED, COMPLAINT, SERVICE, REMARKS, VISIT, VISIT_OVER, MARKET_REPORT ->
          Audience.COLLEAGUE;
      case CONTACT, WECHAT, CONTACTS, TARGET, SOLD, PERFORMANCE -> Audience.COLLEAGUE;
      case SAFETY, TRIP, TRIP_ADD, TRIP_REMOVE, TRIP_MOVE -> Audience.COLLEAGUE;
      case DEPART, ARRIVED, TRIP_OVER -> Audience.COLLEAGUE;
    };
  }

  /** Whether somebody may give a command. */
  public static boolean may(Role role, Command command) {
    return switch (of(command)) {
      case COLLEAGUE -> true;
      case LEADER -> role != Role.REP;
      case ADMIN -> role == Role.ADMIN;
    };
  }

  /** Whether somebody may invite a person, or change who that is: a superior her own reps only. */
  public static boolean mayInvite(Person by, Person invited) {
    return by.role() == Role.ADMIN
        || (by.role() == Role.SUPERIOR
            && invited.role() == Role.REP
            && by.id().equals(invited.superior()));
  }

  /**
   * Whether somebody may see what belongs to a rep: the rep, the superiors above, and admins.
   *
   * @param viewer id of who looks
   * @param owner id of the rep
   */
  public boolean maySee(String viewer, String owner) {
    if (viewer.equals(owner)) {
      return true;
    }
    Optional<Person> looks = directory.active(viewer);
    return looks.filter(p -> p.role() == Role.ADMIN || isAbove(viewer, owner)).isPresent();
  }

  /**
   * Whether somebody may use a route that names a rep.
   *
   * @param caller id of who calls
   * @param rep id of the rep whom the call names
   */
  public boolean mayCall(Guarded.By guard, String caller, String rep) {
    return switch (guard) {
      case NOBODY, SEAL -> true;
      case SELF -> caller.equals(rep) && directory.active(caller).isPresent();
      case OVERSIGHT -> directory.active(caller).isPresent() && maySee(caller, rep);
    };
  }

  private boolean isAbove(String viewer, String owner) {
    Set<String> seen = new HashSet<>();
    Optional<String> superior = superior(owner);
    while (superior.isPresent() && seen.add(superior.get())) {
      if (superior.get().equals(viewer)) {
        return true;
      }
      superior = superior(superior.get());
    }
    return false;
  }

  private Optional<String> superior(String id) {
    return directory.find(id).map(Person::superior);
  }
}
