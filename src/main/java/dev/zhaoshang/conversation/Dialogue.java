package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.InboxEntry;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Session.Inverse;
import dev.zhaoshang.domain.Session.Position;
import dev.zhaoshang.domain.Session.UndoStep;
import dev.zhaoshang.domain.TurnRecord;
import dev.zhaoshang.domain.Update;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides turns: a pure function from what came in and what is known to the next session. */
final class Dialogue {

  private static final Logger LOG = LoggerFactory.getLogger(Dialogue.class);

  private final String instance;

  /** Decides in the name of an instance, which the sessions then bear. */
  Dialogue(String instance) {
    this.instance = instance;
  }

  /** The session after the turn, with its outcome pending. */
  Session advance(TurnInput given) {
    if (given.entry().body().isInGroup()) {
      return next(inGroup(given));
    }
    String lost = given.snapshot().lost();
    TurnInput heard = OwnWords.heard(given);
    Draft draft = new Draft(lost == null ? heard : heard.adrift());
    speak(draft);
    Asking asking = new Asking(draft);
    new HandedOver(draft, asking).arrived();
    if (lost != null) {
      draft.say(lost, Map.of());
    }
    if (lost != null && isAnswer(given)) {
      draft.say("current.unnoted", Map.of());
    } else {
      asking.replaceIfGone();
      handle(draft, asking);
    }
    new Stages(draft).settle();
    audit(draft);
    close(draft, asking);
    return next(draft);
  }

  /** Others read along: the group is told what becomes of the digest, and nothing else. */
  private static Draft inGroup(TurnInput in) {
    Draft draft = new Draft(in);
    Meaning meaning = in.meaning();
    Command command = meaning == null ? null : meaning.command();
    if (meaning != null && (command == Command.TEAM_GROUP || command == Command.TEAM_GROUP_END)) {
      speak(draft);
      new CommandTurn(draft, new Asking(draft)).handle(command, meaning);
    }
    return draft;
  }

  /** Whether it was said to a question about somebody, and so is nobody else's to be noted of. */
  private static boolean isAnswer(TurnInput in) {
    Meaning meaning = in.meaning();
    boolean typed = EnumSet.of(Update.Kind.TEXT, Update.Kind.EDIT).contains(kind(in));
    return typed
        && (meaning == null
            || (meaning.command() == null
                && meaning.fired().isEmpty()
                && meaning.fields().stream().noneMatch(one -> one.field().equals("mobile"))));
  }

  private static Update.Kind kind(TurnInput in) {
    return in.entry().body().kind();
  }

  /** The session after what somebody sent who has left meanwhile: nothing is done. */
  Session refuse(TurnInput in) {
    Draft draft = new Draft(in);
    draft.say("access.left", Map.of());
    return next(draft);
  }

  /** The session after a turn that could not be decided; its text is kept and the rep is told. */
  Session apologise(TurnInput in) {
    Draft draft = new Draft(in);
    Asking asking = new Asking(draft);
    switch (in.entry().body().kind()) {
      case DUE -> new DueTurn(draft, new Flows(draft, asking)).giveUp();
      case GONE -> LOG.warn("That {} cannot be reached was not noted", in.session().rep());
      default -> draft.say("failed", Map.of());
    }
    close(draft, asking);
    return next(draft);
  }

  private static void speak(Draft draft) {
    if (draft.languageChosen()) {
      return;
    }
    Update update = draft.in().entry().body();
    Meaning meaning = draft.in().meaning();
    // The words under a picture may be anybody's: a label, a sign.
    Language typed =
        meaning == null || update.kind() == Update.Kind.FILE ? null : meaning.language();
    Language hint = draft.in().session().inboxSeq() == 0 ? update.language() : null;
    if (typed != null) {
      draft.speak(typed, false);
    } else if (hint != null) {
      draft.speak(hint, false);
    }
  }

  private static void handle(Draft draft, Asking asking) {
    switch (draft.in().entry().body().kind()) {
      case TEXT, EDIT -> typed(draft, asking);
      case BUTTON -> new ButtonTurn(draft, asking).handle();
      case FORWARD -> {
        new ComplianceWatch(draft).forwarded();
        new HandedOver(draft, asking).forwarded();
      }
      case LOCATION -> new PlaceFlow(draft, asking).propose();
      case VOICE -> new HandedOver(draft, asking).voice();
      case FILE -> new HandedOver(draft, asking).captioned();
      case SHEET -> new HandedOver(draft, asking).sheet();
      case OTHER -> draft.say("kind.other", Map.of());
      case UNREADABLE -> draft.say("kind.unreadable", Map.of());
      case DUE -> new DueTurn(draft, new Flows(draft, asking)).handle();
      case GONE -> new AbsenceFlow(draft).gone();
    }
  }

  /** A card is for now, so it comes before any warning; else the warning leaves the last word. */
  private static void typed(Draft draft, Asking asking) {
    Meaning meaning = draft.in().meaning();
    boolean coached = meaning != null && !meaning.fired().isEmpty();
    ComplianceWatch watch = new ComplianceWatch(draft);
    if (!coached) {
      watch.typed();
    }
    new TextTurn(draft, asking).handle();
    if (coached) {
      watch.typed();
    }
  }

  /** That somebody saw what belongs to another is on record. */
  private static void audit(Draft draft) {
    String rep = draft.in().session().rep();
    draft.in().snapshot().distributors().values().stream()
        .filter(seen -> !seen.owner().equals(rep))
        .forEach(seen -> draft.audit("see", seen.id()));
    draft.in().snapshot().team().keySet().forEach(seen -> draft.audit("see", seen));
  }

  /** The last reply of a turn asks the pending question. */
  private static void close(Draft draft, Asking asking) {
    if (draft.in().entry().body().isInGroup()) {
      return;
    }
    if (draft.isSilent() || !draft.in().entry().body().kind().isOfRep()) {
      return;
    }
    List<Reply> replies = draft.replies();
    String lastAsks = replies.isEmpty() ? null : replies.get(replies.size() - 1).asks();
    asking
        .pending()
        .filter(question -> !question.asked().equals(lastAsks))
        .ifPresent(question -> asking.repeat());
  }

  private Session next(Draft draft) {
    Session before = draft.in().session();
    boolean ofRep = draft.in().entry().body().kind().isOfRep();
    List<UndoStep> undo = ofRep ? undo(draft) : draft.undo();
    if (ofRep) {
      new Routines(draft).keep();
    }
    return new Session(
        before.rep(),
        before.version() + 1,
        Session.SCHEMA,
        draft.content().version(),
        draft.position(),
        draft.resume(),
        draft.distributor(),
        draft.language(),
        draft.languageChosen(),
        draft.in().entry().seq(),
        instance,
        undo,
        ofRep ? draft.in().now() : before.spokeAt(),
        new Session.Outcome(
            record(draft),
            draft.changes(),
            draft.ledgerChanges(),
            deliveries(draft),
            draft.people()));
  }

  private static List<UndoStep> undo(Draft draft) {
    List<Inverse> inverses = UndoFlow.inverses(draft);
    Session before = draft.in().session();
    List<LedgerChange> ledgers = UndoFlow.ledgers(draft);
    boolean same =
        inverses.isEmpty()
            && ledgers.isEmpty()
            && Objects.equals(before.distributor(), draft.distributor());
    if (same || draft.undo() != before.undo()) {
      return draft.undo();
    }
    List<UndoStep> steps = new ArrayList<>(draft.undo());
    steps.add(
        new UndoStep(
            draft.turn(),
            draft.in().entry().body().message(),
            inverses,
            ledgers,
            settled(before),
            before.distributor()));
    return steps.size() > Session.UNDO_DEPTH ? steps.subList(1, steps.size()) : steps;
  }

  private static Position settled(Session session) {
    return session.resume().isEmpty() ? session.position() : session.resume().get(0);
  }

  private static TurnRecord record(Draft draft) {
    InboxEntry entry = draft.in().entry();
    Update body = entry.body();
    String button = body.button();
    return new TurnRecord(
        entry.id(),
        entry.rep(),
        entry.seq(),
        entry.receivedAt(),
        draft.in().now(),
        body.kind(),
        button == null || !body.text().isEmpty() ? body.text() : button,
        draft.in().meaning(),
        draft.in().session().position().state(),
        draft.position().state(),
        draft.distributor(),
        draft.content().version(),
        draft.replies());
  }

  private static List<OutboxEntry> deliveries(Draft draft) {
    List<OutboxEntry> entries = new ArrayList<>();
    Update body = draft.in().entry().body();
    for (Reply reply : draft.replies()) {
      entries.add(
          delivery(draft, new Draft.Post(body.channel(), body.chat(), reply), entries.size()));
    }
    for (Draft.Post post : draft.posts()) {
      entries.add(delivery(draft, post, entries.size()));
    }
    return entries;
  }

  private static OutboxEntry delivery(Draft draft, Draft.Post post, int n) {
    InboxEntry entry = draft.in().entry();
    @Nullable String message = entry.body().message();
    return new OutboxEntry(
        entry.id() + "#" + n,
        entry.rep(),
        post.channel(),
        post.chat(),
        entry.seq(),
        n,
        entry.body().kind().isOfRep()
            ? OutboxEntry.Priority.INTERACTIVE
            : OutboxEntry.Priority.BULK,
        draft.in().now(),
        post.reply(),
        message,
        0,
        null,
        null,
        null);
  }
}
