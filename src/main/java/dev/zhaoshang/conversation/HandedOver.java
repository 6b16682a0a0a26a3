package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Attachment;
import dev.zhaoshang.domain.Awaited;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Note;
import dev.zhaoshang.domain.SentFile;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.understanding.customers.CustomerRows.Listed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rep hands over instead of typing: files, and messages of others. */
final class HandedOver {

  /** What a caption may say is to be done. */
  private static final Set<Command> PLANNING = Set.of(Command.FOLLOW_UP, Command.APPOINT);

  /** The channel that reads the sheets that it is sent. */
  private static final String READING = "telegram";

  private final Draft draft;
  private final Asking asking;

  HandedOver(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  /** Says that a voice message is being written down, or cannot be. */
  void voice() {
    if (draft.in().entry().body().file() == null) {
      draft.say("kind.voice", Map.of());
    } else {
      await("kind.voice.lost");
      draft.say("kind.voice.heard", Map.of());
    }
  }

  /** Whoever reads it may be stopped before it is told. */
  private void await(String reply) {
    draft.put(draft.own().id(), Awaited.of(draft.turn(), reply, draft.in().now()));
  }

  /** What was awaited has come. */
  void arrived() {
    draft
        .in()
        .entry()
        .body()
        .told()
        .map(Awaited::idOf)
        .filter(id -> draft.own().entry(id).isPresent())
        .ifPresent(id -> draft.change(draft.own().id(), List.of(), List.of(id)));
  }

  /** Takes what is written under a file as if typed, and keeps the file. */
  void captioned() {
    Meaning meaning = draft.in().meaning();
    if (meaning != null) {
      new ComplianceWatch(draft).typed();
      caption(meaning);
    }
    file();
  }

  /** A few words that name the picture are no answer and no command: they stay with it. */
  private void caption(Meaning meaning) {
    boolean told = meaning.fields().stream().anyMatch(f -> f.value() != null);
    Command command = meaning.command();
    @Nullable Distributor current = draft.current();
    if (command != null) {
      if (PLANNING.contains(command)) {
        new CommandTurn(draft, asking).handle(command, meaning);
      }
    } else if (current != null && new VisitPhoto(draft).isExpected(current)) {
      return;
    } else if (!new Flows(draft, asking).text(meaning) && told) {
      draft.back();
      if (!new Referral(draft, asking).take(meaning)) {
        new TextTurn(draft, asking).record(meaning);
      }
    }
    if (!meaning.fired().isEmpty()) {
      new CoachingFlow(draft).card(meaning);
    }
  }

  /** Keeps a file with the current distributor. */
  private void file() {
    Update update = draft.in().entry().body();
    SentFile file = update.file();
    Distributor current = draft.current();
    if (file == null) {
      draft.say("kind.file", Map.of());
    } else if (!file.fits()) {
      draft.say("file.large", Map.of());
    } else if (!file.isPaper()) {
      draft.say("file.type", Map.of());
    } else if (file.isSheet() && update.kind() == Update.Kind.FILE && isRead(update)) {
      // What it says follows as an update of its own.
      await("import.unread");
      draft.say("import.reading", Map.of());
    } else if (current == null) {
      draft.say("file.nobody", Map.of());
    } else {
      Instant at = draft.in().entry().receivedAt();
      String id = draft.turn() + "#file";
      Attachment kept = new Attachment(id, update.channel(), file, update.text(), at, null);
      if (!new VisitPhoto(draft).keep(current, kept)) {
        draft.put(Ledger.ofDistributor(current.id()), kept);
        draft.say("file.kept", Map.of("title", title(current)));
      }
    }
    if (file != null && file.isSheet() && !isRead(update)) {
      draft.say("import.elsewhere", Map.of());
    }
  }

  private static boolean isRead(Update update) {
    return READING.equals(update.channel());
  }

  /** Takes what a sheet says; one that is no list of customers is a file like any other. */
  void sheet() {
    Listed list = draft.in().list();
    if (list != null) {
      new ImportFlow(draft).preview(list);
      return;
    }
    draft.say(
        draft.in().entry().body().text().isEmpty() ? "import.unread" : "import.nolist", Map.of());
    if (draft.current() != null) {
      file();
    }
  }

  /**
   * Adds a message of somebody else to the note that is under way, or begins one; what it tells is
   * recorded as if typed. Only the first of a burst is answered for the note alone.
   */
  void forwarded() {
    Distributor current = draft.current();
    Update update = draft.in().entry().body();
    if (current == null) {
      draft.say("note.nobody", Map.of());
      return;
    }
    String ledger = Ledger.ofDistributor(current.id());
    Instant at = draft.in().entry().receivedAt();
    @Nullable Note open = latest(draft.ledger(ledger).all(Note.class), at);
    draft.put(
        ledger,
        open == null
            ? new Note(draft.turn() + "#note", List.of(update.text()), at, at)
            : open.with(update.text(), at));
    Meaning meaning = draft.in().meaning();
    if (meaning != null && meaning.fields().stream().anyMatch(f -> f.value() != null)) {
      new TextTurn(draft, asking).record(meaning);
    }
    if (meaning != null && !meaning.fired().isEmpty()) {
      new CoachingFlow(draft).card(meaning);
    }
    if (!draft.replies().isEmpty()) {
      return;
    }
    if (open == null) {
      draft.say("note.begun", Map.of("title", title(current)));
    } else {
      draft.beSilent();
    }
  }

  private static @Nullable Note latest(List<Note> notes, Instant at) {
    return notes.isEmpty() || !notes.get(notes.size() - 1).takes(at)
        ? null
        : notes.get(notes.size() - 1);
  }

  private String title(Distributor distributor) {
    return new Phrases(draft.content(), draft.language()).title(distributor);
  }
}
