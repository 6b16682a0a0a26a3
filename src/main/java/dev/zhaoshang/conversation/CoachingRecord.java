package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Objection;
import dev.zhaoshang.domain.CardOrder;
import dev.zhaoshang.domain.CardOutcome;
import dev.zhaoshang.domain.CardShown;
import dev.zhaoshang.domain.CardTally;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.ObjectionRaised;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the next answer of a card, and keeps what was shown and how it went. */
final class CoachingRecord {

  /** An objection that the same distributor raises again so soon is the same one still. */
  private static final Duration STILL = Duration.ofMinutes(30);

  /** Longer ago than this what was shown is neither told of nor practised because it was lost. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** The latest so many are kept: the whole ledger is written each time a card is shown. */
  private static final int MOST = 100;

  /** So many more go with one turn at most: it keeps them so that it can be undone. */
  private static final int AT_ONCE = 5;

  private final Draft draft;
  private final String ledger;

  CoachingRecord(Draft draft) {
    this.draft = draft;
    this.ledger = CardTally.ledger(draft.in().session().rep());
  }

  /**
   * The answer to show now.
   *
   * @param words with which the objection was raised; empty when it was chosen from a list; null
   *     when it was not raised anew and another answer is wanted
   */
  Objection.Answer next(Objection objection, @Nullable String words) {
    CardShown last = last(objection.id()).orElse(null);
    CardShown before =
        shown(objection.id(), CardShown.who(draft.distributor()))
            .orElse(words == null ? last : null);
    CardShown going = before != null && isSame(before, words) ? before : null;
    List<String> ids = objection.answers().stream().map(Objection.Answer::id).toList();
    String chosen = new CardOrder(ids, tallies(objection.id()), nature()).next(seen(going, last));
    note(objection.id(), going, chosen, words == null ? "" : words);
    return objection.answers().get(ids.indexOf(chosen));
  }

  private boolean isSame(CardShown before, @Nullable String words) {
    boolean soon = before.at().plus(STILL).isAfter(draft.in().now());
    return words == null || (soon && before.distributor() != null);
  }

  /** The answer shown last comes last, whoever it was shown for: nobody hears it twice running. */
  private static List<String> seen(@Nullable CardShown going, @Nullable CardShown last) {
    List<String> seen = new ArrayList<>(going == null ? List.of() : going.variants());
    if (last != null) {
      seen.remove(last.latest());
      seen.add(last.latest());
    }
    return seen;
  }

  private void note(String objection, @Nullable CardShown going, String chosen, String words) {
    String nature = nature();
    CardTally tally =
        draft
            .ledger(ledger)
            .find(CardTally.class, CardTally.id(objection, chosen, nature))
            .orElseGet(() -> CardTally.empty(objection, chosen, nature));
    draft.put(ledger, tally.shownAgain(going == null));
    List<String> variants = new ArrayList<>(going == null ? List.of() : going.variants());
    variants.add(chosen);
    String distributor = going == null ? draft.distributor() : going.distributor();
    replace(
        new CardShown(
            CardShown.id(objection, distributor),
            objection,
            variants,
            draft.in().now(),
            distributor,
            nature,
            going == null ? raise(objection, chosen, words) : going.raised(),
            null,
            going == null ? words : going.words()));
  }

  /** Keeps it in the place of the one before, and lets go of what nothing asks for any more. */
  private void replace(CardShown next) {
    Instant since = draft.in().now().minus(KEPT);
    String who = CardShown.who(next.distributor());
    Predicate<CardShown> goes = one -> one.isOf(next.objection(), who) || one.at().isBefore(since);
    List<CardShown> others =
        draft.ledger(ledger).all(CardShown.class).stream()
            .filter(one -> !one.id().equals(next.id()))
            .sorted(Comparator.comparing(CardShown::at).reversed())
            .toList();
    List<String> over =
        Stream.concat(
                others.stream().filter(goes),
                others.stream().filter(goes.negate()).skip(MOST - 1L).limit(AT_ONCE))
            .map(CardShown::id)
            .toList();
    draft.change(ledger, List.of(next), over);
  }

  private @Nullable String raise(String objection, String chosen, String words) {
    String distributor = draft.distributor();
    if (distributor == null) {
      return null;
    }
    String id = draft.turn() + "#" + objection;
    draft.put(
        Ledger.ofDistributor(distributor),
        new ObjectionRaised(id, objection, draft.in().now(), words, chosen, null));
    return id;
  }

  /** Keeps how the answer shown last went; told again it takes the place of what was told. */
  void rate(CardShown shown, CardOutcome outcome) {
    CardTally tally = tally(shown, shown.latest());
    if (shown.outcome() != null) {
      tally = tally.with(shown.outcome(), -1);
    }
    draft.put(ledger, tally.with(outcome, 1));
    draft.put(ledger, shown.with(outcome));
    String distributor = shown.distributor();
    String raised = shown.raised();
    if (distributor != null && raised != null) {
      String of = Ledger.ofDistributor(distributor);
      draft
          .ledger(of)
          .find(ObjectionRaised.class, raised)
          .ifPresent(entry -> draft.put(of, entry.with(shown.latest(), outcome)));
    }
  }

  /** Takes back that an objection was raised and answered: the card was about something else. */
  void takeBack(CardShown shown) {
    for (String variant : shown.variants()) {
      boolean first = variant.equals(shown.variants().get(0));
      draft
          .ledger(ledger)
          .find(CardTally.class, CardTally.id(shown.objection(), variant, shown.nature()))
          .ifPresent(tally -> draft.put(ledger, unrated(tally, shown).notShown(first)));
    }
    draft.change(ledger, List.of(), List.of(shown.id()));
    String distributor = shown.distributor();
    String raised = shown.raised();
    if (distributor != null && raised != null) {
      draft.change(Ledger.ofDistributor(distributor), List.of(), List.of(raised));
    }
  }

  /** Whether those changes of a ledger take back, or bring back, cards that were shown. */
  boolean holds(LedgerChange back) {
    return back.ledger().equals(ledger);
  }

  /** Counts anew after a turn is undone: without what it showed, with what it took back. */
  void undone(LedgerChange back) {
    Set<String> ids = new HashSet<>(back.removed());
    back.put().forEach(entry -> ids.add(entry.id()));
    List<CardShown> now =
        draft.ledger(ledger).all(CardShown.class).stream()
            .filter(shown -> ids.contains(shown.id()))
            .toList();
    now.forEach(this::takeBack);
    // what only made room for the one shown still counts
    if (now.isEmpty()) {
      back.put().stream()
          .filter(CardShown.class::isInstance)
          .map(CardShown.class::cast)
          .forEach(this::count);
    }
  }

  private void count(CardShown shown) {
    for (String variant : shown.variants()) {
      boolean first = variant.equals(shown.variants().get(0));
      CardOutcome told = variant.equals(shown.latest()) ? shown.outcome() : null;
      CardTally tally = tally(shown, variant).shownAgain(first);
      draft.put(ledger, told == null ? tally : tally.with(told, 1));
    }
  }

  private CardTally tally(CardShown shown, String variant) {
    return draft
        .ledger(ledger)
        .find(CardTally.class, CardTally.id(shown.objection(), variant, shown.nature()))
        .orElseGet(() -> CardTally.empty(shown.objection(), variant, shown.nature()));
  }

  private static CardTally unrated(CardTally tally, CardShown shown) {
    CardOutcome told = shown.outcome();
    return told != null && tally.variant().equals(shown.latest()) ? tally.with(told, -1) : tally;
  }

  /**
   * What was shown of an objection's card when a distributor raised it last.
   *
   * @param who as {@link CardShown#who} names the distributor
   */
  Optional<CardShown> shown(String objection, String who) {
    return shown(draft.ledger(ledger), objection, who);
  }

  /** The same, of any ledger of coaching. */
  static Optional<CardShown> shown(Ledger ledger, String objection, String who) {
    return ledger.all(CardShown.class).stream()
        .filter(shown -> shown.isOf(objection, who))
        .max(Comparator.comparing(CardShown::at));
  }

  /** What was shown last of an objection's card, whoever raised it. */
  private Optional<CardShown> last(String objection) {
    return draft.ledger(ledger).all(CardShown.class).stream()
        .filter(shown -> shown.objection().equals(objection))
        .max(Comparator.comparing(CardShown::at));
  }

  /** Cards whose outcome is still to be told, the latest first. */
  List<CardShown> unrated(Duration within) {
    return draft.ledger(ledger).all(CardShown.class).stream()
        .filter(shown -> shown.outcome() == null)
        .filter(shown -> shown.at().plus(within).isAfter(draft.in().now()))
        .sorted((a, b) -> b.at().compareTo(a.at()))
        .toList();
  }

  private List<CardTally> tallies(String objection) {
    return draft.ledger(ledger).all(CardTally.class).stream()
        .filter(tally -> tally.objection().equals(objection))
        .toList();
  }

  private String nature() {
    Distributor current = draft.current();
    return current == null
        ? CardTally.ANY_NATURE
        : current.text("nature").orElse(CardTally.ANY_NATURE);
  }
}
