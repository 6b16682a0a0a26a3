package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.store.Distributors.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** New, switch, list and search: which distributor the conversation is about. */
final class LeadsFlow {

  /** A list shows so many; more are found by searching. */
  private static final int SHOWN = 10;

  private final Draft draft;
  private final Asking asking;

  LeadsFlow(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  /** Begins a distributor and asks the first question. */
  void begin() {
    leave();
    draft.begin();
    draft.say("begun", Map.of());
    asking.advance(null);
  }

  /** Goes to the distributor that the words name; offers a choice when several fit. */
  void switchTo(String words) {
    if (words.isBlank()) {
      list("");
      return;
    }
    List<Card> hits = matching(words);
    if (hits.size() == 1) {
      go(hits.get(0).id());
    } else {
      which(hits, words);
    }
  }

  /** Offers a choice of those that fit, or says that none does. */
  void which(List<Card> hits, String words) {
    if (hits.isEmpty()) {
      draft.say("leads.none", Map.of("words", words), command("button.new", "new"));
    } else {
      show("leads.which", hits, words);
    }
  }

  /** Goes to a distributor of the snapshot and to its next question. */
  void go(String id) {
    Distributor target = draft.find(id);
    if (target == null || !target.owner().equals(draft.in().session().rep())) {
      draft.say(Buttons.STALE, Map.of());
      return;
    }
    leave();
    draft.turnTo(id);
    String title = new Phrases(draft.content(), draft.language()).title(target);
    draft.say("switched", Map.of("title", title));
    asking.advance(null);
  }

  /**
   * Lists the rep's distributors, latest first; only those that fit the words, if there are any.
   */
  void list(String words) {
    List<Card> hits = words.isBlank() ? shown() : searched(words);
    if (hits.isEmpty()) {
      draft.say(
          words.isBlank() ? "leads.empty" : "leads.none",
          Map.of("words", words),
          command("button.new", "new"));
    } else {
      show("leads", hits, words);
    }
  }

  /** Those whose name, region or product fits, and those of whom the words were once told. */
  private List<Card> searched(String words) {
    List<Card> hits = new ArrayList<>(matching(words));
    draft.in().snapshot().portfolio().stream()
        .filter(card -> !hits.contains(card))
        .filter(card -> told(card, words).isPresent())
        .forEach(hits::add);
    return hits;
  }

  private Optional<String> told(Card card, String words) {
    return Optional.ofNullable(draft.find(card.id())).flatMap(one -> PastTalk.find(one, words));
  }

  private List<Card> shown() {
    return draft.in().snapshot().portfolio().stream().filter(card -> !card.archived()).toList();
  }

  /** Shows some of the rep's distributors with a button each. */
  void show(String replyId, List<Card> hits, String words) {
    List<Button> buttons = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int i = hits.size() - 1; i >= 0 && buttons.size() < SHOWN; i--) {
      Card card = hits.get(i);
      lines.add(line(card, words));
      buttons.add(new Button(title(card), Buttons.data(Buttons.GOTO, card.id())));
    }
    String text = draft.text(replyId, Map.of("n", String.valueOf(hits.size()), "words", words));
    if (hits.size() > SHOWN) {
      lines.add(draft.text("leads.more", Map.of("n", String.valueOf(hits.size() - SHOWN))));
    }
    draft.reply(new Reply(replyId, text + "\n" + String.join("\n", lines), null, null, buttons));
  }

  private String line(Card card, String words) {
    String marker = card.id().equals(draft.distributor()) ? "▸ " : "· ";
    List<String> parts = new ArrayList<>(List.of(title(card)));
    if (!card.regions().isEmpty()) {
      parts.add(String.join(draft.text("list.comma", Map.of()), card.regions()));
    }
    if (!words.isBlank() && !NameMatch.fits(words, card)) {
      told(card, words)
          .ifPresent(said -> parts.add(draft.text("leads.told", Map.of("words", said))));
    }
    return marker + String.join(" ", parts);
  }

  /** What a distributor is called in lists. */
  String title(Card card) {
    String title = (card.name() + " " + card.company()).trim();
    if (!title.isEmpty()) {
      return title;
    }
    return card.mobile().isEmpty() ? draft.text("title.unnamed", Map.of()) : card.mobile();
  }

  /** The rep's distributors whom the words name, oldest first. */
  List<Card> matching(String words) {
    return draft.in().snapshot().portfolio().stream()
        .filter(card -> NameMatch.fits(words, card))
        .toList();
  }

  /** Offers to merge two distributors of one rep that look the same. */
  void offerMerge(String other) {
    Distributor twin = Objects.requireNonNull(draft.find(other));
    Distributor current = Objects.requireNonNull(draft.current());
    draft.interrupt(States.MERGING, other);
    draft.say(
        "duplicate.own",
        Map.of("title", new Phrases(draft.content(), draft.language()).title(twin)),
        new Button(
            draft.text("button.merge", Map.of()), Buttons.data(Buttons.MERGE, current.id(), other)),
        new Button(
            draft.text("button.apart", Map.of()), Buttons.data(Buttons.APART, current.id())));
  }

  /** Merges two distributors into the older one. */
  void merge(String one, String two) {
    Distributor first = draft.find(one);
    Distributor second = draft.find(two);
    if (first == null || second == null || !mergeable(first) || !mergeable(second)) {
      draft.say(Buttons.STALE, Map.of());
      return;
    }
    draft.back();
    boolean older = second.createdAt().isBefore(first.createdAt());
    Distributor kept = older ? second : first;
    Distributor taken = older ? first : second;
    draft.change(kept.id(), Merge.facts(kept, taken), List.of(), "", taken.id());
    draft.change(taken.id(), Map.of(), List.of(), kept.id(), null);
    takeOver(Ledger.ofDistributor(kept.id()), draft.ledger(Ledger.ofDistributor(taken.id())));
    draft.turnTo(kept.id());
    Distributor merged = Objects.requireNonNull(draft.current());
    draft.say(
        "merged", Map.of("title", new Phrases(draft.content(), draft.language()).title(merged)));
    asking.advance(null);
  }

  /** What is on record of the one that is taken in goes on record of the other. */
  private void takeOver(String kept, Ledger taken) {
    Set<String> known =
        draft.ledger(kept).entries().stream().map(LedgerEntry::id).collect(Collectors.toSet());
    List<LedgerEntry> more =
        taken.entries().stream().filter(entry -> !known.contains(entry.id())).toList();
    if (!more.isEmpty()) {
      draft.change(kept, more, List.of());
    }
  }

  private boolean mergeable(Distributor distributor) {
    return distributor.mergedInto() == null
        && distributor.owner().equals(draft.in().session().rep());
  }

  private void leave() {
    draft.back();
    draft.move(Signal.leave(), null, null);
  }

  private Button command(String label, String command) {
    return new Button(draft.text(label, Map.of()), Buttons.data(Buttons.COMMAND, command));
  }
}
