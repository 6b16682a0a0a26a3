package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.CardOutcome;
import dev.zhaoshang.domain.CardShown;
import dev.zhaoshang.domain.CardTally;
import dev.zhaoshang.domain.PracticeOrder;
import dev.zhaoshang.domain.Practised;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rep practised, what was lost in calls, and what comes next. */
final class PracticeRecord {

  /** So long the buttons under a verdict are what a typed label means. */
  private static final Duration JUST_NOW = Duration.ofMinutes(10);

  private final Draft draft;

  PracticeRecord(Draft draft) {
    this.draft = draft;
  }

  Optional<Practised> of(String objection) {
    return draft.own().find(Practised.class, Practised.id(objection));
  }

  /** The objections that can be practised, in the order in which they should be. */
  List<String> ordered() {
    return order().of(List.copyOf(draft.content().practice().exercises().keySet()));
  }

  PracticeOrder order() {
    Map<String, Practised> practised =
        draft.own().all(Practised.class).stream()
            .collect(Collectors.toMap(Practised::objection, one -> one));
    Map<String, Instant> lost =
        draft.ledger(CardTally.ledger(draft.in().session().rep())).all(CardShown.class).stream()
            .filter(PracticeRecord::isLost)
            .collect(
                Collectors.toMap(
                    CardShown::objection,
                    CardShown::at,
                    (one, other) -> one.isAfter(other) ? one : other));
    return new PracticeOrder(practised, lost, draft.in().now());
  }

  private static boolean isLost(CardShown shown) {
    CardOutcome outcome = shown.outcome();
    return outcome != null && !outcome.isSuccess();
  }

  /** What was practised a moment ago; empty when nothing was. */
  Optional<Practised> justNow() {
    Instant since = draft.in().now().minus(JUST_NOW);
    return draft.own().all(Practised.class).stream()
        .filter(one -> !one.last().at().isBefore(since))
        .max(Comparator.comparing(one -> one.last().at()));
  }

  /** Keeps an attempt. */
  Practised note(String objection, int grade) {
    Practised.Attempt attempt = new Practised.Attempt(draft.in().now(), grade);
    Practised next =
        of(objection)
            .map(before -> before.with(attempt))
            .orElseGet(() -> Practised.first(objection, attempt));
    draft.put(draft.own().id(), next);
    return next;
  }
}
