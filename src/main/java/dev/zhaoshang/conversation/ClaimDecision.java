package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.Approval.State;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Milestone;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the superior decided of two reps on one distributor: whose it is keeps the record, joined
 * with that of the other, and what was to be done for it; both are told.
 */
final class ClaimDecision {

  private final Draft draft;

  ClaimDecision(Draft draft) {
    this.draft = draft;
  }

  /** Carries a decision out; both records, and the ledgers of both reps, have to be loaded. */
  void of(Approval approval) {
    List<Distributor> both =
        ApprovalNeeds.distributors(List.of(approval)).stream()
            .flatMap(id -> Optional.ofNullable(draft.find(id)).stream())
            .filter(one -> one.mergedInto() == null && !one.isErased() && !one.fields().isEmpty())
            .toList();
    if (both.size() != 2) {
      draft.say("claim.apart", Map.of());
      return;
    }
    boolean given = approval.state() == State.APPROVED;
    Distributor kept = both.get(given ? 0 : 1);
    Distributor taken = both.get(given ? 1 : 0);
    String title = new Phrases(draft.content(), draft.language()).title(kept);
    join(kept, taken);
    tell(both.get(1).owner(), given ? "claim.lost" : "claim.won", title, approval);
    closeOthers(approval, both, kept.owner());
  }

  private void join(Distributor kept, Distributor taken) {
    draft.change(kept.id(), Merge.facts(kept, taken), List.of(), "", taken.id());
    draft.change(taken.id(), Map.of(), List.of(), kept.id(), null);
    records(kept, taken);
    territories(kept, taken);
    followUps(kept, taken);
  }

  /** That the other rep gave it up does not end it for the one who goes on. */
  private void records(Distributor kept, Distributor taken) {
    String ledger = Ledger.ofDistributor(kept.id());
    Set<String> known =
        draft.ledger(ledger).entries().stream().map(LedgerEntry::id).collect(Collectors.toSet());
    List<LedgerEntry> more = new ArrayList<>();
    for (LedgerEntry entry : draft.ledger(Ledger.ofDistributor(taken.id())).entries()) {
      boolean dropped = entry instanceof Milestone one && one.stage() == Stage.DROPPED;
      if (!known.contains(entry.id()) && !dropped) {
        more.add(entry instanceof Receivable debt ? debt.heldBy(kept.owner()) : entry);
      }
    }
    if (!more.isEmpty()) {
      draft.change(ledger, more, List.of());
    }
  }

  private void territories(Distributor kept, Distributor taken) {
    for (Territory one : draft.ledger(TerritoryFlow.REGISTER).all(Territory.class)) {
      if (taken.id().equals(one.distributor())) {
        Territory now = one.of(kept.id(), draft.turn());
        draft.put(TerritoryFlow.REGISTER, now);
        Territory.ledgers(one.region()).forEach(ledger -> draft.put(ledger, now));
      }
    }
  }

  private void followUps(Distributor kept, Distributor taken) {
    String theirs = Ledger.ofRep(taken.owner());
    List<LedgerEntry> open = new ArrayList<>();
    for (FollowUp one : draft.ledger(theirs).all(FollowUp.class)) {
      boolean owed = one.state() == FollowUp.State.OPEN || one.state() == FollowUp.State.HELD;
      if (owed && taken.id().equals(one.distributor())) {
        open.add(one.of(kept.id()));
      }
    }
    if (!open.isEmpty()) {
      draft.change(Ledger.ofRep(kept.owner()), open, List.of());
      draft.change(theirs, List.of(), open.stream().map(LedgerEntry::id).toList());
    }
  }

  private void tell(String rep, String reply, String title, Approval approval) {
    draft.put(
        Ledger.ofRep(rep),
        new Notice(
            "decided" + approval.id(),
            reply,
            List.of(new Notice.Word("title", title), new Notice.Word("name", approval.fromName())),
            draft.in().now(),
            draft.in().now()));
  }

  /** The same question from the other side is answered with this. */
  private void closeOthers(Approval decided, List<Distributor> both, String winner) {
    Set<String> ids = both.stream().map(Distributor::id).collect(Collectors.toSet());
    for (Approval one : draft.own().all(Approval.class)) {
      boolean same =
          one.sort().equals(ClaimFlow.SORT)
              && one.state() == State.PENDING
              && !one.id().equals(decided.id())
              && ids.containsAll(ApprovalNeeds.distributors(List.of(one)));
      if (same) {
        State state = one.from().equals(winner) ? State.APPROVED : State.REJECTED;
        draft.put(draft.own().id(), one.decided(state, "", null));
        draft.put(Ledger.ofRep(one.from()), one.decided(state, "", null));
      }
    }
  }

  /** The request of this rep about that distributor that waits; null for none. */
  static @Nullable Approval waiting(Ledger own, String rep, String distributor) {
    return own.all(Approval.class).stream()
        .filter(one -> one.sort().equals(ClaimFlow.SORT) && one.state() == State.PENDING)
        .filter(one -> one.from().equals(rep))
        .filter(one -> ApprovalNeeds.distributors(List.of(one)).contains(distributor))
        .findFirst()
        .orElse(null);
  }
}
