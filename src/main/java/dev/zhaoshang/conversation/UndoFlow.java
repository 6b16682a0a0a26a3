package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Session.Inverse;
import dev.zhaoshang.domain.Session.UndoStep;
import dev.zhaoshang.domain.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes turns back, and notes how. */
final class UndoFlow {

  private final Draft draft;

  UndoFlow(Draft draft) {
    this.draft = draft;
  }

  /** Takes back the latest turn that changed something; nothing when there is none. */
  boolean undo() {
    List<UndoStep> steps = draft.undo();
    if (steps.isEmpty()) {
      draft.say("undo.nothing", Map.of());
      return false;
    }
    UndoStep last = steps.get(steps.size() - 1);
    last.inverses().forEach(this::invert);
    CoachingRecord cards = new CoachingRecord(draft);
    last.ledgers().stream().filter(cards::holds).forEach(cards::undone);
    TargetsTakenBack targets = new TargetsTakenBack(draft);
    TerritoryUndo territories = new TerritoryUndo(draft);
    last.ledgers().stream()
        .filter(this::mayBePut)
        .map(targets::of)
        .map(territories::takenBack)
        .forEach(back -> draft.change(back.ledger(), back.put(), back.removed()));
    draft.restore(last, steps.subList(0, steps.size() - 1));
    draft.say("undone", Map.of());
    territories.told();
    return true;
  }

  /** Of somebody who has another superior by now nothing is to be seen, and so nothing put back. */
  private boolean mayBePut(LedgerChange back) {
    return back.put().isEmpty()
        || back.ledger().equals(draft.own().id())
        || !back.ledger().startsWith(Ledger.ofRep(""))
        || draft.in().snapshot().ledgers().containsKey(back.ledger());
  }

  private void invert(Inverse inverse) {
    if (draft.find(inverse.distributor()) != null) {
      draft.change(
          inverse.distributor(), inverse.before(), inverse.opened(), inverse.mergedInto(), null);
    }
  }

  /** Ids of the ledgers that taking any of these steps back needs. */
  static Set<String> ledgers(List<UndoStep> steps) {
    Set<String> ids = new HashSet<>();
    for (UndoStep step : steps) {
      step.ledgers().forEach(back -> ids.add(back.ledger()));
      ids.addAll(TerritoryUndo.ledgers(step));
    }
    return ids;
  }

  /** The step of an edited message. */
  static Optional<UndoStep> of(List<UndoStep> steps, @Nullable String message) {
    return steps.stream().filter(s -> message != null && message.equals(s.message())).findFirst();
  }

  /** All steps of a message and its edits, oldest first. */
  static List<UndoStep> all(List<UndoStep> steps, @Nullable String message) {
    return steps.stream().filter(s -> message != null && message.equals(s.message())).toList();
  }

  /**
   * Fields that a message or its last edit told just as an edit of it has them now, and that were
   * corrected since: the correction stands.
   *
   * @param steps of the message and its edits
   */
  Set<String> corrected(List<UndoStep> steps, List<Found> edited) {
    Set<String> turns = new HashSet<>();
    steps.forEach(step -> turns.add(step.turn()));
    Set<String> corrected = new HashSet<>();
    for (Inverse inverse : steps.isEmpty() ? List.<Inverse>of() : steps.get(0).inverses()) {
      Distributor now = draft.find(inverse.distributor());
      if (now != null) {
        Map<String, Fact> told = told(now, turns);
        edited.stream()
            .filter(one -> isSame(told.get(one.field()), one))
            .map(Found::field)
            .filter(field -> now.fact(field).filter(f -> turns.contains(f.turn())).isEmpty())
            .forEach(corrected::add);
      }
    }
    return corrected;
  }

  private static Map<String, Fact> told(Distributor now, Set<String> turns) {
    Map<String, Fact> told = new HashMap<>();
    now.history().stream()
        .filter(entry -> turns.contains(entry.turn()))
        .forEach(entry -> told.putAll(entry.fields()));
    return told;
  }

  private static boolean isSame(@Nullable Fact told, Found found) {
    return told != null
        && found.value() != null
        && (found.value().equals(told.value()) || found.words().equals(told.words()));
  }

  /** Takes back what a turn told, where nothing told later stands. */
  void retract(UndoStep step) {
    for (Inverse inverse : step.inverses()) {
      Distributor now = draft.find(inverse.distributor());
      if (now != null) {
        Map<String, Fact> before = new HashMap<>(inverse.before());
        before.keySet().removeIf(field -> !toldBy(now, field, step.turn()));
        List<String> opened = new ArrayList<>(inverse.opened());
        opened.removeIf(field -> !toldBy(now, field, step.turn()));
        draft.set(inverse.distributor(), before, opened);
      }
    }
    step.ledgers().forEach(back -> retract(back, step.turn()));
  }

  private void retract(LedgerChange back, String turn) {
    Map<String, Map<String, Fact>> before = new HashMap<>();
    back.removed().forEach(id -> before.put(id, Map.of()));
    back.put().stream()
        .filter(Sheet.class::isInstance)
        .map(Sheet.class::cast)
        .forEach(sheet -> before.put(sheet.id(), sheet.fields()));
    for (LedgerEntry entry : draft.ledger(back.ledger()).entries()) {
      Map<String, Fact> old = before.get(entry.id());
      if (old != null && entry instanceof Sheet sheet) {
        Map<String, Fact> facts = new HashMap<>(sheet.fields());
        facts.values().removeIf(fact -> fact.turn().equals(turn));
        old.forEach(facts::putIfAbsent);
        draft.put(back.ledger(), sheet.with(facts));
      }
    }
  }

  private static boolean toldBy(Distributor now, String field, String turn) {
    return now.fact(field).map(fact -> fact.turn().equals(turn)).orElse(false);
  }

  /** What brings back the ledgers that this turn changed. */
  static List<LedgerChange> ledgers(Draft draft) {
    return draft.ledgerChanges().stream()
        .map(change -> inverse(draft, change))
        .filter(back -> !back.put().isEmpty() || !back.removed().isEmpty())
        .toList();
  }

  private static LedgerChange inverse(Draft draft, LedgerChange change) {
    Set<String> changed = new HashSet<>(change.removed());
    Optional.ofNullable(draft.in().snapshot().ledgers().get(change.ledger())).stream()
        .flatMap(ledger -> ledger.entries().stream())
        .filter(LedgerEntry::isHistory)
        .forEach(entry -> changed.remove(entry.id()));
    change.put().stream()
        .filter(entry -> !entry.isHistory())
        .forEach(entry -> changed.add(entry.id()));
    List<LedgerEntry> before =
        Optional.ofNullable(draft.in().snapshot().ledgers().get(change.ledger())).stream()
            .flatMap(ledger -> ledger.entries().stream())
            .filter(entry -> changed.contains(entry.id()))
            .toList();
    before.forEach(entry -> changed.remove(entry.id()));
    return new LedgerChange(
        change.ledger(), change.rep(), change.turn(), before, List.copyOf(changed));
  }

  /** How to take back this turn, given how distributors were before it. */
  static List<Inverse> inverses(Draft draft) {
    List<Inverse> inverses = new ArrayList<>();
    draft.changes().stream()
        .map(change -> change.distributor())
        .distinct()
        .forEach(id -> inverses.add(inverse(draft, id)));
    return inverses;
  }

  private static Inverse inverse(Draft draft, String id) {
    Distributor was = draft.in().snapshot().distributors().get(id);
    Map<String, Fact> before = new HashMap<>();
    List<String> opened = new ArrayList<>();
    draft.changes().stream()
        .filter(change -> change.distributor().equals(id))
        .flatMap(
            change ->
                java.util.stream.Stream.concat(
                    change.set().keySet().stream(), change.cleared().stream()))
        .distinct()
        .forEach(
            field -> {
              Fact old = was == null ? null : was.fields().get(field);
              if (old == null) {
                opened.add(field);
              } else {
                before.put(field, old);
              }
            });
    String merged = was == null || was.mergedInto() == null ? "" : was.mergedInto();
    return new Inverse(id, before, opened, merged);
  }
}
