package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Directory;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Distributors.Card;
import dev.zhaoshang.store.Distributors.Match;
import dev.zhaoshang.store.Ledgers;
import java.util.ArrayList;
import java.util.HashMap;
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
      Set.of(Command.SWITCH, Command.LIST, Command.SEARCH, Command.CHECKIN);

  private static final Set<Command> ABOUT_PEOPLE =
      Set.of(Command.PEOPLE, Command.ADD_PERSON, Command.REMOVE_PERSON);

  /** Of those to choose among, the latest. */
  private static final int LOADED_AT_MOST = 50;

  private final Distributors distributors;
  private final Ledgers ledgers;
  private final Directory directory;

  SnapshotReader(Distributors distributors, Ledgers ledgers, Directory directory) {
    this.distributors = distributors;
    this.ledgers = ledgers;
    this.directory = directory;
  }

  Snapshot read(Session session, Update update, @Nullable Meaning meaning) {
    List<Match> matches = meaning == null ? List.of() : matches(meaning);
    List<Card> portfolio =
        choosesAmongAll(update, meaning) ? distributors.ofOwner(session.rep()) : List.of();
    Set<String> ids = referred(session, update, meaning);
    matches.stream()
        .filter(match -> match.owner().equals(session.rep()))
        .forEach(match -> ids.add(match.distributor()));
    portfolio.stream()
        .skip(Math.max(0, portfolio.size() - LOADED_AT_MOST))
        .forEach(card -> ids.add(card.id()));
    Map<String, Distributor> loaded = new HashMap<>();
    ids.forEach(id -> distributors.find(id).ifPresent(d -> loaded.put(id, d)));
    boolean aboutPeople =
        meaning != null && meaning.command() != null && ABOUT_PEOPLE.contains(meaning.command());
    return new Snapshot(
        loaded,
        matches,
        portfolio.stream().filter(card -> !isEmpty(loaded.get(card.id()))).toList(),
        ledgers(session, update, meaning, loaded),
        aboutPeople ? directory.active(session.rep()).orElse(null) : null,
        aboutPeople ? directory.all() : List.of(),
        names(matches, session.rep()));
  }

  private Map<String, Ledger> ledgers(
      Session session, Update update, @Nullable Meaning meaning, Map<String, Distributor> loaded) {
    Set<String> ids = new LinkedHashSet<>(Set.of(Ledger.ofRep(session.rep())));
    if (session.distributor() != null) {
      ids.add(Ledger.ofDistributor(session.distributor()));
    }
    Distributor current = session.distributor() == null ? null : loaded.get(session.distributor());
    ids.addAll(CoachingNeeds.ledgers(session, update, meaning, current));
    Stream.concat(Stream.of(session.position()), session.resume().stream())
        .map(Session.Position::about)
        .filter(Objects::nonNull)
        .forEach(about -> ids.add(about.ledger()));
    if (update.kind() == Update.Kind.EDIT) {
      session.undo().forEach(step -> step.ledgers().forEach(back -> ids.add(back.ledger())));
    }
    return ledgers.findAll(ids).stream().collect(Collectors.toMap(Ledger::id, ledger -> ledger));
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
    return Objects.equals(update.button(), Buttons.data(Buttons.COMMAND, "list"))
        || Objects.equals(update.button(), Buttons.data(Buttons.COMMAND, "checkin"))
        || (meaning != null && meaning.command() != null && CHOOSING.contains(meaning.command()));
  }

  private List<Match> matches(Meaning meaning) {
    List<Match> matches = new ArrayList<>();
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

  private Map<String, String> names(List<Match> matches, String rep) {
    Map<String, String> names = new HashMap<>();
    for (Match match : matches) {
      if (!match.owner().equals(rep)) {
        names.computeIfAbsent(match.owner(), directory::nameOf);
      }
    }
    return names;
  }
}
