package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Access.Deed;
import dev.zhaoshang.access.Directory;
import dev.zhaoshang.access.Permits;
import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Routine;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Distributors.Card;
import dev.zhaoshang.store.Distributors.Match;
import dev.zhaoshang.store.Ledgers;
import dev.zhaoshang.understanding.customers.CustomerRows.Listed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads what a turn may read. On the normal path that is the current distributor alone, by id. */
final class SnapshotReader {

  private static final Set<Command> CHOOSING =
      Set.of(
          Command.SWITCH,
          Command.LIST,
          Command.SEARCH,
          Command.CHECKIN,
          Command.PIPELINE,
          Command.BEFORE,
          Command.TRIP,
          Command.TRIP_ADD,
          Command.VISIT,
          Command.FOLLOW_UP,
          Command.APPOINT,
          Command.RESTORE,
          Command.EXPORT);

  private static final Set<Command> ABOUT_PEOPLE =
      Set.of(
          Command.PEOPLE,
          Command.ADD_PERSON,
          Command.REMOVE_PERSON,
          Command.INVITE,
          Command.TEAM_GROUP,
          Command.TEAM_GROUP_END,
          Command.ERASE,
          Command.INSIGHTS,
          Command.TERRITORY,
          Command.HAND_OVER);

  private static final Set<Command> ABOUT_TEAM =
      Stream.concat(Stream.of(Command.PIPELINE), RemarkNeeds.LISTING.stream())
          .collect(Collectors.toUnmodifiableSet());

  /** What recurs and shows what the day's records say. */
  private static final Set<String> ROUTINES =
      Set.of(Routine.Kind.BRIEF.id(), Routine.Kind.CHECKIN.id(), Routine.Kind.AGAIN.id());

  /** Of those to choose among, the latest. */
  private static final int LOADED_AT_MOST = 50;

  private final Distributors distributors;
  private final Ledgers ledgers;
  private final Directory directory;
  private final Access access;
  private final Permits permits;
  private final TeamNeeds needs;

  SnapshotReader(Distributors distributors, Ledgers ledgers, Directory directory) {
    this.distributors = distributors;
    this.ledgers = ledgers;
    this.directory = directory;
    this.access = new Access(directory);
    this.permits = new Permits(directory, distributors);
    this.needs = new TeamNeeds(directory);
  }

  Snapshot read(Session session, Update update, @Nullable Meaning meaning, @Nullable Listed list) {
    boolean claims = ClaimFlow.isClaim(update, meaning);
    List<Match> matches = new ArrayList<>(meaning == null ? List.of() : matches(meaning));
    if (claims && session.distributor() != null) {
      ClaimFlow.keys(distributors.find(session.distributor()).orElse(null))
          .forEach(key -> matches.addAll(distributors.matching(key)));
    }
    List<Card> portfolio =
        choosesAmongAll(update, meaning) ? distributors.ofOwner(session.rep()) : List.of();
    Set<String> referred = referred(session, update, meaning);
    Set<String> ids = new LinkedHashSet<>(referred);
    boolean erases = is(meaning, Set.of(Command.ERASE));
    matches.stream()
        .filter(match -> erases || claims || match.owner().equals(session.rep()))
        .forEach(match -> ids.add(match.distributor()));
    portfolio.stream()
        .skip(Math.max(0, portfolio.size() - LOADED_AT_MOST))
        .forEach(card -> ids.add(card.id()));
    Map<String, List<Card>> told = toldOfTeam(session, meaning, portfolio);
    Set<String> named =
        BeforeCallFlow.named(
            meaning,
            Stream.concat(portfolio.stream(), told.values().stream().flatMap(List::stream))
                .toList());
    ids.addAll(named);
    Map<String, Distributor> loaded = new HashMap<>();
    OpenLedgers open = new OpenLedgers(ledgers, permits, session.rep());
    open.see(portfolio);
    ids.forEach(id -> load(session.rep(), id, loaded, open));
    if (claims) {
      // Since when another rep has the same customer is what a claim is about.
      matches.forEach(
          match -> distributors.find(match.distributor()).ifPresent(d -> loaded.put(d.id(), d)));
    }
    boolean aboutPeople =
        is(meaning, ABOUT_PEOPLE)
            || EraseFlow.isMeant(update.button())
            || CoachingNeeds.isForLeaders(
                update.button(), meaning == null ? null : meaning.command());
    boolean aboutTeam = is(meaning, ABOUT_TEAM);
    taken(session.rep(), update, list).forEach(one -> loaded.put(one.id(), one));
    Map<String, Ledger> read = new HashMap<>(open.read(ledgers(session, update, meaning, loaded)));
    String own = Ledger.ofRep(session.rep());
    TeamNeeds.Those those = needs.of(update, meaning, read.getOrDefault(own, Ledger.empty(own)));
    Person speaker =
        aboutPeople || aboutTeam || isGuarded(update, meaning)
            ? directory.active(session.rep()).orElse(null)
            : those.speaker();
    boolean all = aboutPeople || (aboutTeam && Access.may(speaker, Deed.LEAD));
    List<Person> people = all ? directory.all() : List.of();
    read.putAll(open.read(named.stream().map(Ledger::ofDistributor).toList()));
    read.putAll(open.read(told.keySet().stream().map(Ledger::ofRep).toList()));
    named.forEach(
        id ->
            read.putAll(open.read(ContractGate.ledgers(session, update, meaning, loaded.get(id)))));
    read.putAll(open.read(CoachingNeeds.ofTeam(meaning, Access.below(speaker, people))));
    read.putAll(open.read(CoachingNeeds.ofOutcome(session, update, read)));
    FollowUpNeeds.distributors(session, update, meaning, read).stream()
        .filter(id -> !loaded.containsKey(id))
        .forEach(id -> load(session.rep(), id, loaded, open));
    List<Approval> decided =
        ApprovalNeeds.decided(update, read.getOrDefault(own, Ledger.empty(own)));
    ApprovalNeeds.distributors(decided).forEach(id -> load(session.rep(), id, loaded, open));
    read.putAll(open.read(ApprovalNeeds.ledgers(decided, loaded.values())));
    read.putAll(open.read(ImportFlow.ledgers(list)));
    List<String> listed =
        TripNeeds.distributors(session.rep(), update, meaning, read, List.copyOf(loaded.keySet()));
    listed.stream()
        .filter(id -> !loaded.containsKey(id))
        .forEach(id -> load(session.rep(), id, loaded, open));
    read.putAll(open.read(listed.stream().map(Ledger::ofDistributor).toList()));
    read.putAll(open.read(those.led().stream().map(one -> Ledger.ofRep(one.id())).toList()));
    Map<String, List<Card>> team = aboutTeam ? team(Access.below(speaker, people)) : told;
    team.values().forEach(open::see);
    read.putAll(open.read(DayRecords.ledgers(update, meaning, loaded.keySet())));
    read.putAll(open.read(RemarkNeeds.ledgers(session, update, meaning, portfolio, team)));
    return new Snapshot(
        loaded,
        matches,
        known(list),
        portfolio.stream().filter(card -> !isEmpty(loaded.get(card.id()))).toList(),
        read,
        speaker,
        people,
        those.superior(),
        those.led(),
        team,
        names(matches, people, told.keySet(), session.rep()),
        lost(session, update, loaded));
  }

  /**
   * Cards of a leader's people, by rep, whom a brief names; looked for only where the leader has
   * nobody of that name.
   */
  private Map<String, List<Card>> toldOfTeam(
      Session session, @Nullable Meaning meaning, List<Card> portfolio) {
    String words = meaning == null ? null : meaning.argument();
    if (words == null
        || !is(meaning, Set.of(Command.BEFORE))
        || portfolio.stream().anyMatch(card -> NameMatch.fits(words, card))) {
      return Map.of();
    }
    Person speaker = directory.active(session.rep()).orElse(null);
    if (!Access.may(speaker, Deed.LEAD)) {
      return Map.of();
    }
    Map<String, List<Card>> fitting = new LinkedHashMap<>();
    for (Person rep : Access.below(speaker, directory.all())) {
      List<Card> hits =
          distributors.ofOwner(rep.id()).stream()
              .filter(card -> NameMatch.fits(words, card))
              .toList();
      if (!hits.isEmpty()) {
        fitting.put(rep.id(), hits);
      }
    }
    return fitting;
  }

  private Map<String, List<Match>> known(@Nullable Listed list) {
    Map<String, List<Match>> known = new HashMap<>();
    if (list != null) {
      list.customers().stream()
          .flatMap(customer -> CustomerIntake.keys(customer).stream())
          .forEach(key -> known.computeIfAbsent(key, distributors::matching));
    }
    return known;
  }

  /** Those of a list who were taken before, for who gets them. */
  private List<Distributor> taken(String speaker, Update update, @Nullable Listed list) {
    if (list == null) {
      return List.of();
    }
    String button = Objects.requireNonNullElse(update.button(), "");
    String rep = button.isEmpty() ? speaker : Buttons.parts(button).get(2);
    CustomerIntake intake = new CustomerIntake(key -> List.of(), rep);
    return list.customers().stream()
        .flatMap(customer -> distributors.find(intake.id(customer)).stream())
        .filter(found -> access.maySee(speaker, found.owner()) && !isEmpty(found))
        .toList();
  }

  /** What the speaker may not see is not even loaded, so no flow can show or change it. */
  private void load(String speaker, String id, Map<String, Distributor> loaded, OpenLedgers open) {
    distributors
        .find(id)
        .filter(found -> access.maySee(speaker, found.owner()))
        .ifPresent(
            found -> {
              loaded.put(id, found);
              open.see(id);
            });
  }

  /** Somebody else may have erased the current distributor, or given it to another rep. */
  private @Nullable String lost(Session session, Update update, Map<String, Distributor> loaded) {
    String id = session.distributor();
    if (id == null || !update.kind().isOfRep()) {
      return null;
    }
    Distributor current = loaded.get(id);
    if (current == null) {
      return distributors.find(id).isPresent() ? "current.moved" : null;
    }
    String kept = current.mergedInto();
    boolean joined =
        kept != null
            && distributors
                .find(kept)
                .filter(one -> !one.owner().equals(session.rep()))
                .isPresent();
    return joined ? "current.moved" : current.isErased() ? "current.erased" : null;
  }

  /** Whether it has to be known who speaks: the command is not for everybody. */
  private static boolean isGuarded(Update update, @Nullable Meaning meaning) {
    Command command = meaning == null ? Buttons.command(update.button()) : meaning.command();
    return command != null && Access.of(command) != Access.Audience.COLLEAGUE;
  }

  private static boolean is(@Nullable Meaning meaning, Set<Command> commands) {
    return meaning != null && meaning.command() != null && commands.contains(meaning.command());
  }

  /** Cards of those whom somebody leads. */
  private Map<String, List<Card>> team(List<Person> led) {
    Map<String, List<Card>> team = new LinkedHashMap<>();
    led.forEach(one -> team.put(one.id(), distributors.ofOwner(one.id())));
    return team;
  }

  private static Set<String> ledgers(
      Session session, Update update, @Nullable Meaning meaning, Map<String, Distributor> loaded) {
    Set<String> ids = new LinkedHashSet<>(Set.of(Ledger.ofRep(session.rep())));
    referred(session, update, meaning).stream()
        .filter(loaded::containsKey)
        .map(Ledger::ofDistributor)
        .forEach(ids::add);
    if (session.distributor() != null) {
      ids.add(Ledger.ofDistributor(session.distributor()));
    }
    Distributor current = session.distributor() == null ? null : loaded.get(session.distributor());
    ids.addAll(CoachingNeeds.ledgers(session, update, meaning, current));
    ids.addAll(Clash.ledgers(meaning, current));
    ids.addAll(ContractGate.ledgers(session, update, meaning, current));
    ids.addAll(TerritoryFlow.ledgers(meaning, update.text()));
    ids.addAll(ChecklistFlow.ledgers(session, update, meaning, current));
    Stream.concat(Stream.of(session.position()), session.resume().stream())
        .map(Session.Position::about)
        .filter(Objects::nonNull)
        .forEach(about -> ids.add(about.ledger()));
    if (update.kind() == Update.Kind.DUE) {
      ids.add(update.key().ledger());
    }
    if (mayUndo(update, meaning)) {
      ids.addAll(UndoFlow.ledgers(session.undo()));
    }
    return ids;
  }

  /** A distributor whose beginning was taken back stays in the store, but is not shown. */
  private static boolean isEmpty(@Nullable Distributor distributor) {
    return distributor != null && distributor.fields().isEmpty();
  }

  private static Set<String> referred(Session session, Update update, @Nullable Meaning meaning) {
    Set<String> ids = new LinkedHashSet<>();
    boolean coached = CoachingNeeds.STATES.contains(session.position().state());
    Stream.of(session.distributor(), coached ? null : session.position().subject())
        .filter(Objects::nonNull)
        .forEach(ids::add);
    if (update.about() != null) {
      ids.add(update.about().distributor());
    }
    if (update.button() != null && !CoachingNeeds.isOfCards(update.button())) {
      ids.addAll(Buttons.parts(update.button()));
    }
    if (mayUndo(update, meaning)) {
      session
          .undo()
          .forEach(step -> step.inverses().forEach(inverse -> ids.add(inverse.distributor())));
    }
    return ids;
  }

  private static boolean mayUndo(Update update, @Nullable Meaning meaning) {
    return update.kind() == Update.Kind.EDIT
        || Objects.equals(update.button(), Buttons.data(Buttons.COMMAND, "undo"))
        || (meaning != null && meaning.command() == Command.UNDO);
  }

  private static boolean choosesAmongAll(Update update, @Nullable Meaning meaning) {
    String button = Objects.requireNonNullElse(update.button(), "");
    boolean routine = update.kind() == Update.Kind.DUE && ROUTINES.contains(update.key().entry());
    return routine
        || button.equals(Buttons.data(Buttons.COMMAND, "list"))
        || button.equals(Buttons.data(Buttons.COMMAND, "checkin"))
        || Buttons.parts(button).get(0).equals(PipelineFlow.AT)
        || (meaning != null && meaning.command() != null && isChoosing(meaning.command()));
  }

  private static boolean isChoosing(Command command) {
    return CHOOSING.contains(command) || RemarkNeeds.NAMING.contains(command);
  }

  private List<Match> matches(Meaning meaning) {
    List<Match> matches = new ArrayList<>();
    if (meaning.command() == Command.ERASE && meaning.argument() != null) {
      matches.addAll(distributors.matching(Distributors.mobileKey(meaning.argument())));
    }
    for (Found found : meaning.fields()) {
      if (found.value() instanceof Value.Text text) {
        switch (found.field()) {
          case "mobile" ->
              matches.addAll(distributors.matching(Distributors.mobileKey(text.raw())));
          case "company" ->
              matches.addAll(distributors.matching(Distributors.companyKey(text.raw())));
          default -> {
            // No other field identifies a distributor.
          }
        }
      }
    }
    return matches;
  }

  private Map<String, String> names(
      List<Match> matches, List<Person> people, Set<String> others, String rep) {
    Map<String, String> names = new HashMap<>();
    people.forEach(person -> names.put(person.id(), person.name()));
    others.forEach(other -> names.computeIfAbsent(other, directory::nameOf));
    for (Match match : matches) {
      if (!match.owner().equals(rep)) {
        names.computeIfAbsent(match.owner(), directory::nameOf);
      }
    }
    return names;
  }
}
