package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.Approval.State;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.understanding.text.Lexicon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts something before the superior, who approves or rejects it with a tap and may add a comment.
 * Whoever asked finds the decision in the own ledger, as an {@link Approval}, and is told of it.
 */
final class ApprovalFlow implements Flow {

  private static final Lexicon LEXICON = Lexicon.load();
  private static final Pattern APPROVES = LEXICON.pattern("approval.yes");
  private static final Pattern REJECTS = LEXICON.pattern("approval.no");

  private static final Pattern WORDLESS = LEXICON.pattern("approval.wordless");

  /** The decision waits so long for a comment that may follow it. */
  private static final Duration FOR_COMMENT = Duration.ofMinutes(1);

  private final Draft draft;

  ApprovalFlow(Draft draft) {
    this.draft = draft;
  }

  /**
   * Asks the superior. The turn has to know who speaks and the superior: its command belongs to
   * {@link TeamNeeds}.
   *
   * @param kind what sort of thing it is, e.g. {@code trip}
   * @param about id of the thing
   * @param text what is asked for, as the superior reads it
   * @return empty, having said so, when there is nobody who could approve it
   */
  Optional<Approval> ask(String kind, String about, String text) {
    Person from = draft.in().snapshot().speaker();
    Person to = draft.in().snapshot().superior();
    if (from == null || to == null) {
      draft.say("approval.nobody", Map.of());
      return Optional.empty();
    }
    Instant now = draft.in().now();
    Approval asked =
        new Approval(
            Ids.of(draft.turn() + kind + about, 0),
            kind,
            about,
            from.id(),
            from.name(),
            to.id(),
            text,
            State.PENDING,
            "",
            now,
            now);
    draft.put(Ledger.ofRep(to.id()), asked);
    draft.put(draft.own().id(), asked.told(null));
    return Optional.of(asked);
  }

  @Override
  public boolean due(LedgerEntry entry, boolean late) {
    if (!(entry instanceof Approval approval)) {
      return false;
    }
    draft.put(draft.own().id(), approval.told(null));
    if (approval.state() == State.PENDING) {
      draft.say(
          "approval.asked",
          Map.of("name", approval.fromName(), "text", approval.text()),
          button("button.approve", Buttons.APPROVE, approval),
          button("button.reject", Buttons.REJECT, approval));
    } else {
      String comment =
          approval.comment().isEmpty()
              ? ""
              : "\n" + draft.text("approval.comment", Map.of("text", approval.comment()));
      draft.say(
          "approval." + approval.state().name().toLowerCase(Locale.ROOT),
          Map.of("text", approval.text(), "comment", comment));
    }
    return true;
  }

  private Button button(String label, String verb, Approval approval) {
    return new Button(draft.text(label, Map.of()), Buttons.data(verb, approval.id()));
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    boolean approves = verb.equals(Buttons.APPROVE);
    if (verb.equals(Buttons.WORDLESS) && arguments.size() == 1) {
      return comment(arguments.get(0), "");
    }
    if ((!approves && !verb.equals(Buttons.REJECT)) || arguments.size() != 1) {
      return false;
    }
    Optional<Approval> open = mine(arguments.get(0)).filter(a -> a.state() == State.PENDING);
    open.ifPresent(approval -> decide(approval, approves ? State.APPROVED : State.REJECTED));
    return open.isPresent();
  }

  private Optional<Approval> mine(String id) {
    String rep = draft.in().session().rep();
    return draft.own().find(Approval.class, id).filter(one -> one.to().equals(rep));
  }

  private void decide(Approval approval, State state) {
    write(approval, state, "", draft.in().now().plus(FOR_COMMENT));
    carryOut(approval.decided(state, "", null));
    draft.interrupt(States.COMMENTING, approval.id());
    draft.say(
        state == State.APPROVED ? "approval.comment.approved" : "approval.comment.rejected",
        Map.of("name", approval.fromName()),
        new Button(
            draft.text("button.wordless", Map.of()),
            Buttons.data(Buttons.WORDLESS, approval.id())));
  }

  /** What a decision changes at once. */
  private void carryOut(Approval decided) {
    if (decided.sort().equals(ImportedCustomers.SORT)) {
      new ImportedCustomers(draft).decided(decided);
    } else if (decided.sort().equals(ClaimFlow.SORT)) {
      new ClaimDecision(draft).of(decided);
    }
  }

  private void write(Approval approval, State state, String comment, Instant tell) {
    draft.put(draft.own().id(), approval.decided(state, comment, null));
    draft.put(Ledger.ofRep(approval.from()), approval.decided(state, comment, tell));
  }

  /** What is typed before a comment is waited for may be the decision. */
  @Override
  public boolean text(Meaning meaning) {
    return decided(draft.in().entry().body().text().strip());
  }

  /**
   * Takes what is typed after a decision as the comment on it, though it sounds like a command: a
   * reason often names what is to be done first.
   */
  boolean comments() {
    String id = draft.position().subject();
    String words = draft.in().entry().body().text().strip();
    return id != null
        && draft.position().state().equals(States.COMMENTING)
        && !words.startsWith("/")
        && !WORDLESS.matcher(words.toLowerCase(Locale.ROOT)).matches()
        && comment(id, words);
  }

  /** Whether a text decides on what waits. */
  static boolean decides(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    return APPROVES.matcher(plain).matches() || REJECTS.matcher(plain).matches();
  }

  /** Decides by words on the one thing that waits; which of several is left to their buttons. */
  private boolean decided(String words) {
    if (!decides(words)) {
      return false;
    }
    boolean approves = APPROVES.matcher(words.toLowerCase(Locale.ROOT)).matches();
    String rep = draft.in().session().rep();
    List<Approval> waiting =
        draft.own().all(Approval.class).stream()
            .filter(one -> one.to().equals(rep) && one.state() == State.PENDING)
            .toList();
    if (waiting.size() == 1) {
      decide(waiting.get(0), approves ? State.APPROVED : State.REJECTED);
    }
    return waiting.size() == 1;
  }

  private boolean comment(String id, String words) {
    boolean here =
        draft.position().state().equals(States.COMMENTING) && id.equals(draft.position().subject());
    Optional<Approval> decided = here ? mine(id) : Optional.empty();
    decided.ifPresent(
        approval -> {
          write(approval, approval.state(), words, draft.in().now());
          draft.up();
          draft.say("approval.commented", Map.of("name", approval.fromName()));
        });
    return decided.isPresent();
  }
}
