package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What prices, debts and remarks have in common: where they are kept, how they are shown. */
final class RemarkView {

  /** {@code remark:<what>:<distributor, or nothing>:<entry>}. */
  static final String VERB = "remark";

  /** More than so many are only counted: they are read on a phone. */
  static final int SHOWN = 10;

  private final Draft draft;
  private final Dates dates;

  RemarkView(Draft draft) {
    this.draft = draft;
    this.dates = new Dates(draft, draft.rhythm().zone());
  }

  /** The words of a turn that a command announces, or that stand for themselves. */
  String words(Meaning meaning) {
    String argument = meaning.argument();
    return (argument == null || argument.isBlank() ? draft.in().entry().body().text() : argument)
        .strip();
  }

  /** What was kept, of the rep and of those whom the rep leads. */
  <T extends LedgerEntry> List<T> all(Class<T> sort) {
    return draft.in().snapshot().ledgers().keySet().stream()
        .map(draft::ledger)
        .flatMap(ledger -> ledger.all(sort).stream())
        .toList();
  }

  /** Who told it, where it was not the speaker. */
  String by(String rep) {
    if (rep.equals(draft.in().session().rep())) {
      return "";
    }
    String name =
        draft.in().snapshot().people().stream()
            .filter(person -> person.id().equals(rep))
            .map(Person::name)
            .findFirst()
            .orElse(rep);
    return draft.text("remark.by", Map.of("name", name));
  }

  /** A day in words. */
  String day(Instant at) {
    return dates.day(draft.rhythm().date(at));
  }

  /** A name behind a blank; empty for nobody. */
  String of(String title) {
    return title.isEmpty() ? "" : draft.text("remark.of", Map.of("title", title));
  }

  /** The button that takes the turn back. */
  Button undo() {
    return new Button(draft.text("button.undo", Map.of()), Buttons.data(Buttons.COMMAND, "undo"));
  }

  /** A button about an entry. */
  Button button(String label, String what, @Nullable String distributor, String entry) {
    return new Button(
        label, Buttons.data(VERB, what, Objects.requireNonNullElse(distributor, ""), entry));
  }

  /** The ledger that a button's arguments name. */
  String ledger(List<String> arguments) {
    String distributor = arguments.get(1);
    return new About(distributor.isEmpty() ? null : distributor, "").ledger(draft);
  }

  /** What reminded of something that is over. Nothing happens when nothing does. */
  void done(@Nullable String followUp) {
    draft
        .own()
        .find(FollowUp.class, Objects.requireNonNullElse(followUp, ""))
        .filter(FollowUp::isOpen)
        .ifPresent(
            reminder ->
                draft.put(draft.own().id(), reminder.ended(FollowUp.State.DONE, reminder.note())));
  }

  /** Tells the superior once, as soon as may be; false when there is none. */
  boolean report(String replyId, String text) {
    Optional<Person> superior = Optional.ofNullable(draft.in().snapshot().superior());
    Person speaker = draft.in().snapshot().speaker();
    String me = speaker == null ? draft.in().session().rep() : speaker.name();
    Instant now = draft.in().now();
    superior.ifPresent(
        boss ->
            draft.put(
                Ledger.ofRep(boss.id()),
                new Notice(
                    Ids.of(draft.turn() + replyId, 0),
                    replyId,
                    Stream.of(new Notice.Word("name", me), new Notice.Word("text", text)).toList(),
                    now,
                    now)));
    return superior.isPresent();
  }
}
