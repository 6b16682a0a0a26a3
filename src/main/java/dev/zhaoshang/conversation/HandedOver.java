package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Attachment;
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
import org.jspecify.annotations.Nullable;

/** What a rep hands over instead of typing: files, and messages of others. */
final class HandedOver {

  /** The channel that reads the sheets that it is sent. */
  private static final String READING = "telegram";

  private final Draft draft;
  private final Asking asking;

  HandedOver(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  /** Keeps a file with the current distributor. */
  void file() {
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
