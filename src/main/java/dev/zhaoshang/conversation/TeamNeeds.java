package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Directory;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Update;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which people a turn has to know: who speaks, who leads, who is led. */
final class TeamNeeds {

  /** Commands about those whom the speaker leads, or that say what only leaders may do. */
  private static final Set<Command> OF_TEAM =
      Set.of(
          Command.DIRECTIVE,
          Command.TEAM,
          Command.DIGEST_TIME,
          Command.TARGET,
          Command.HELP,
          Command.TEAM_EXPORT);

  /** Buttons that do the same. */
  private static final Set<String> BUTTONS =
      Set.of(Buttons.data(Buttons.COMMAND, "team"), Buttons.data(Buttons.COMMAND, "help"));

  /** Commands that put something before the superior; more belong here as they come. */
  private static final Set<Command> TO_SUPERIOR =
      Stream.of(Set.of(Command.CLAIM), TripNeeds.REPORTED, RemarkNeeds.REPORTED)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** Commands whose reply differs for those who lead others. */
  private static final Set<Command> ABOUT_ONESELF = Set.of(Command.SETTINGS, Command.TIMEZONE);

  private final Directory directory;

  TeamNeeds(Directory directory) {
    this.directory = directory;
  }

  /**
   * The people.
   *
   * @param speaker who speaks; null when the turn need not know
   * @param superior whom the speaker reports to; null when the turn need not know, or for nobody
   * @param led those whom the speaker leads, where the turn is about them
   */
  record Those(@Nullable Person speaker, @Nullable Person superior, List<Person> led) {}

  Those of(Update update, @Nullable Meaning meaning, Ledger own) {
    boolean team = isOfTeam(update, meaning) || isOfCustomers(update, meaning);
    boolean up =
        update.kind() == Update.Kind.GONE
            || isContact(update)
            || is(meaning, TO_SUPERIOR)
            || ClaimFlow.isClaim(update, meaning)
            || takes(update)
            || TripNeeds.isOfTrips(update.button());
    boolean told = is(meaning, ABOUT_ONESELF);
    if (!team && !up && !told && update.kind().isOfRep() && isPlanned(own)) {
      return new Those(null, null, List.of());
    }
    Person speaker = directory.active(own.id().substring("rep:".length())).orElse(null);
    if (speaker == null) {
      return new Those(null, null, List.of());
    }
    return new Those(
        speaker,
        up ? directory.superiorOf(speaker).orElse(null) : null,
        isOfCustomers(update, meaning)
            ? Access.repsBelow(speaker, directory.all())
            : team ? directory.team(speaker) : List.of());
  }

  private static boolean isContact(Update update) {
    return update.kind() == Update.Kind.DUE
        && update.key().entry().equals(Routine.Kind.CONTACT.id());
  }

  private static boolean isPlanned(Ledger own) {
    return !Routines.planned(own).isEmpty();
  }

  private static boolean isOfTeam(Update update, @Nullable Meaning meaning) {
    if (update.kind() == Update.Kind.DUE) {
      String entry = update.key().entry();
      return entry.equals(Routine.Kind.DIGEST.id()) || entry.equals(Routine.Kind.WEEKLY.id());
    }
    return is(meaning, OF_TEAM) || (update.button() != null && BUTTONS.contains(update.button()));
  }

  /** Whether customers of the reps come in or go out together. */
  private static boolean isOfCustomers(Update update, @Nullable Meaning meaning) {
    return takes(update)
        || update.kind() == Update.Kind.SHEET
        || is(meaning, Set.of(Command.TEAM_EXPORT));
  }

  private static boolean takes(Update update) {
    return update.button() != null && update.button().startsWith(ImportFlow.VERB + ":");
  }

  private static boolean is(@Nullable Meaning meaning, Set<Command> commands) {
    return meaning != null && meaning.command() != null && commands.contains(meaning.command());
  }
}
