package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Milestone;
import dev.zhaoshang.domain.Session.UndoStep;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Territory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes back what a turn did to regions, but not what another turn has registered there since. */
final class TerritoryUndo {

  private final Draft draft;
  private final Set<Territory> since = new LinkedHashSet<>();

  TerritoryUndo(Draft draft) {
    this.draft = draft;
  }

  /**
   * What is left to be taken back.
   *
   * @param back what brings a ledger back, which has to be loaded
   */
  LedgerChange takenBack(LedgerChange back) {
    List<Territory> stay =
        draft.ledger(back.ledger()).all(Territory.class).stream()
            .filter(one -> isChanged(back, one.id()))
            .filter(one -> one.turn() != null && !Objects.equals(one.turn(), back.turn()))
            .toList();
    since.addAll(stay);
    Set<String> ids = stay.stream().map(Territory::id).collect(Collectors.toSet());
    List<LedgerEntry> put = new ArrayList<>(back.put());
    List<String> removed = new ArrayList<>(back.removed());
    put.removeIf(entry -> ids.contains(entry.id()));
    removed.removeIf(ids::contains);
    put.stream().filter(this::isOver).forEach(entry -> removed.add(entry.id()));
    put.removeIf(this::isOver);
    put.replaceAll(
        entry -> entry instanceof Territory one ? one.over(standing(back, one.id())) : entry);
    return new LedgerChange(back.ledger(), back.rep(), back.turn(), back.place(), put, removed);
  }

  private @Nullable Territory standing(LedgerChange back, String id) {
    return draft.ledger(back.ledger()).find(Territory.class, id).orElse(null);
  }

  /** Whether it is of a contract that is no more. */
  private boolean isOver(LedgerEntry entry) {
    if (!(entry instanceof Territory territory) || territory.distributor() == null) {
      return false;
    }
    Set<Stage> reached =
        Milestone.in(
            draft.ledger(Ledger.ofDistributor(territory.distributor())), Milestone.State.REACHED);
    return !reached.contains(Stage.CONTRACTED) || reached.contains(Stage.DROPPED);
  }

  /** Ids of the ledgers that tell whether the contracts whose regions come back still stand. */
  static Set<String> ledgers(UndoStep step) {
    return step.ledgers().stream()
        .flatMap(back -> back.put().stream())
        .filter(Territory.class::isInstance)
        .map(Territory.class::cast)
        .map(Territory::distributor)
        .filter(Objects::nonNull)
        .map(Ledger::ofDistributor)
        .collect(Collectors.toSet());
  }

  private static boolean isChanged(LedgerChange back, String id) {
    return back.removed().contains(id)
        || back.put().stream().anyMatch(entry -> entry.id().equals(id));
  }

  /** Says what stays, if anything does. */
  void told() {
    if (!since.isEmpty()) {
      draft.say(
          "territory.stays", Map.of("list", new TerritoryView(draft).lines(List.copyOf(since))));
    }
  }
}
