package dev.zhaoshang.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something on record in a {@link Ledger}. Each kind is a record of its own; in the store its name
 * stands beside its components as {@code kind}, which none of them may be called.
 */
public sealed interface LedgerEntry
    permits Approval,
        Assessment,
        AssignedTarget,
        Attachment,
        AuditEntry,
        Awaited,
        CardShown,
        CardTally,
        Contact,
        Day,
        Directive,
        ErasureOrder,
        FollowUp,
        Invite,
        InviteClaim,
        Leave,
        Milestone,
        Note,
        Notice,
        NumberedList,
        ObjectionRaised,
        Performance,
        Practised,
        Preferences,
        PriceSeen,
        Reach,
        Receivable,
        Remark,
        Routine,
        SafetyNote,
        SharedToken,
        TeamGroup,
        TeamTarget,
        Territory,
        Tick,
        Trip,
        Uncovered,
        Visit {

  /** Unique within the ledger and for good: {@code <turn id>#<n>}, or what the entry is about. */
  String id();

  /** When something has to happen about it; null when nothing has to. */
  default @Nullable Instant due() {
    return null;
  }

  /**
   * Whether it is not put where another entry stands.
   *
   * @param standing an entry of the ledger, of the same id or another
   */
  default boolean yieldsTo(LedgerEntry standing) {
    return false;
  }

  /**
   * Whether it tells what happened in the conversation itself, such as that a card was shown, which
   * taking a turn back does not change.
   */
  default boolean isHistory() {
    return false;
  }
}
