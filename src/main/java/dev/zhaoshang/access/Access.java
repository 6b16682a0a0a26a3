package dev.zhaoshang.access;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do and see what; nobody else compares roles. A new command does not compile before it has
 * a rule here, and a new route is shut until it has one. What a turn may read and write by that is
 * held by {@link Permits}.
 */
public final class Access {

  /** The role of somebody of whom nothing else is said. */
  public static final Role LEAST = Role.REP;

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

  /** What somebody does without a command, or within one that is for more people. */
  public enum Deed {
    /** Is told of those below: their days, customers, objections and targets. */
    LEAD(Audience.LEADER),
    /** Says who works which region. */
    ASSIGN_REGION(Audience.LEADER),
    /** Says which role and team somebody has. */
    APPOINT(Audience.ADMIN),
    /** Is told what the program lacks, such as a year's holidays. */
    MAINTAIN(Audience.ADMIN);

    private final Audience audience;

    Deed(Audience audience) {
      this.audience = audience;
    }

    /** For whom it is. */
    public Audience audience() {
      return audience;
    }
  }

  /** For whom a command is, and the buttons under its replies. */
  public static Audience of(Command command) {
    return switch (command) {
      case PEOPLE, ADD_PERSON, REMOVE_PERSON, ERASE -> Audience.ADMIN;
      case INVITE, DIGEST_TIME, TEAM_GROUP, TEAM_GROUP_END, TEAM_EXPORT -> Audience.LEADER;
      case UNANSWERED, SAFETY -> Audience.LEADER;
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
      case TEAM, INSIGHTS, TERRITORY -> Audience.COLLEAGUE;
      case CLAIM, BEFORE, PRACTICE, DRILL, CONTRACT_OFF -> Audience.COLLEAGUE;
      case PRICE, PRICES, OWED, PAID, RECEIVABLES, INTEL -> Audience.COLLEAGUE;
      case NEED, COMPLAINT, SERVICE, REMARKS, VISIT, VISIT_OVER, MARKET_REPORT ->
          Audience.COLLEAGUE;
      case CONTACT, WECHAT, CONTACTS, TARGET, SOLD, PERFORMANCE -> Audience.COLLEAGUE;
      case TRIP, TRIP_ADD, TRIP_REMOVE, TRIP_MOVE -> Audience.COLLEAGUE;
      case DEPART, ARRIVED, TRIP_OVER -> Audience.COLLEAGUE;
    };
  }

  /** Whether somebody may give a command. */
  public static boolean may(Role role, Command command) {
    return isAmong(of(command), role);
  }

  /**
   * Whether somebody may give a command.
   *
   * @param speaker null where it was not looked up who speaks
   */
  public static boolean may(@Nullable Person speaker, Command command) {
    Audience audience = of(command);
    return audience == Audience.COLLEAGUE || (speaker != null && isAmong(audience, speaker.role()));
  }

  /** Whether somebody may do that. */
  public static boolean may(Role role, Deed deed) {
    return isAmong(deed.audience(), role);
  }

  /**
   * Whether somebody may do that.
   *
   * @param speaker null where it was not looked up who speaks: that person may not
   */
  public static boolean may(@Nullable Person speaker, Deed deed) {
    return speaker != null && may(speaker.role(), deed);
  }

  private static boolean isAmong(Audience audience, Role role) {
    return switch (audience) {
      case COLLEAGUE -> true;
      case LEADER -> role != Role.REP;
      case ADMIN -> role == Role.ADMIN;
    };
  }

  /** Somebody as the inviter may name them: whom a superior invites is a rep of her own. */
  public static Person namedBy(Person by, Person person) {
    boolean appoints = may(by, Deed.APPOINT);
    String superior = person.superior();
    return new Person(
        person.id(),
        person.name(),
        appoints ? person.role() : Role.REP,
        appoints ? person.team() : by.team(),
        appoints || superior != null ? superior : by.id(),
        true,
        person.accounts());
  }

  /** The active people below a person, through all levels; for an admin everybody else. */
  public static List<Person> below(@Nullable Person leader, List<Person> people) {
    if (leader == null) {
      return List.of();
    }
    List<Person> active = people.stream().filter(Person::active).toList();
    if (leader.role() == Role.ADMIN) {
      return active.stream().filter(one -> !one.id().equals(leader.id())).toList();
    }
    List<Person> below = new ArrayList<>();
    List<String> leaders = new ArrayList<>(List.of(leader.id()));
    for (int i = 0; i < leaders.size(); i++) {
      String id = leaders.get(i);
      active.stream()
          .filter(one -> id.equals(one.superior()) && !leaders.contains(one.id()))
          .forEach(
              one -> {
                below.add(one);
                leaders.add(one.id());
              });
    }
    return below;
  }

  /** The active reps below a person: whose customers the person looks after. */
  public static List<Person> repsBelow(@Nullable Person leader, List<Person> people) {
    return below(leader, people).stream().filter(one -> one.role() == Role.REP).toList();
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
    // For each rep of a team, in one turn: not from the store each time.
    return directory.lately(id).map(Person::superior);
  }
}
