package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.AssignedTarget;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Performance;
import dev.zhaoshang.domain.TeamTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes targets back that were set for others: only what the turn put that is taken back, and who
 * was told of it is told.
 */
final class TargetsTakenBack {

  private final Draft draft;

  TargetsTakenBack(Draft draft) {
    this.draft = draft;
  }

  /**
   * What brings a ledger back.
   *
   * @param back the same by the turn's undo, of a ledger that is loaded
   */
  LedgerChange of(LedgerChange back) {
    Ledger now = draft.ledger(back.ledger());
    if (!now.id().startsWith(Ledger.ofRep(""))) {
      return back;
    }
    boolean others = !now.id().equals(draft.own().id());
    List<LedgerEntry> put = new ArrayList<>(back.put());
    List<String> removed = new ArrayList<>(back.removed());
    put.removeIf(entry -> isOfAnother(now.entry(entry.id()).orElse(null), back.turn()));
    removed.removeIf(id -> isOfAnother(now.entry(id).orElse(null), back.turn()));
    List<LedgerEntry> gone =
        now.entries().stream().filter(entry -> isChanged(entry, put, removed)).toList();
    boolean told = back.removed().stream().noneMatch(id -> now.find(Notice.class, id).isPresent());
    for (LedgerEntry entry : others ? gone : List.<LedgerEntry>of()) {
      if (entry instanceof Performance earlier) {
        // A superior's target was a part of what the rep told, and that stays.
        put.removeIf(one -> one.id().equals(earlier.id()));
        removed.remove(earlier.id());
        put.add(earlier.unassigned());
      }
      Notice notice = withdrawn(entry);
      if (notice != null) {
        draft.audit(TeamTargets.AUDITED, now.id().substring(Ledger.ofRep("").length()));
      }
      if (notice != null && told) {
        put.add(notice);
      }
    }
    return new LedgerChange(back.ledger(), back.rep(), back.turn(), back.place(), put, removed);
  }

  /** Whether it is a target that was set anew since. */
  private static boolean isOfAnother(@Nullable LedgerEntry now, String turn) {
    String set =
        now instanceof AssignedTarget one
            ? one.turn()
            : now instanceof TeamTarget team ? team.turn() : null;
    return set != null && !set.equals(turn);
  }

  private static boolean isChanged(LedgerEntry entry, List<LedgerEntry> put, List<String> removed) {
    return removed.contains(entry.id())
        || put.stream().anyMatch(one -> one.id().equals(entry.id()));
  }

  private @Nullable Notice withdrawn(LedgerEntry entry) {
    if (entry instanceof AssignedTarget one) {
      return withdrawn("target.withdrawn", one.rep(), one.byName(), one.month(), one.boxes());
    }
    if (entry instanceof TeamTarget team) {
      return withdrawn(
          "target.withdrawn.team", team.id(), team.byName(), team.month(), team.boxes());
    }
    return entry instanceof Performance month && month.floor() != null
        ? withdrawn(
            "target.withdrawn",
            month.rep(),
            Objects.requireNonNullElse(month.setBy(), ""),
            month.month(),
            month.floor())
        : null;
  }

  private Notice withdrawn(String reply, String key, String by, String month, long boxes) {
    Instant now = draft.in().now();
    return new Notice(
        Ids.of(draft.turn() + key, 0),
        reply,
        List.of(
            new Notice.Word("name", by),
            new Notice.Word("month", month),
            new Notice.Word("target", String.valueOf(boxes))),
        now,
        now);
  }
}
