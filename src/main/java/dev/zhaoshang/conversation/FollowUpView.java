package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.NumberedList;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be done, in words and with buttons. */
final class FollowUpView {

  /** Verb of the buttons: {@code fu:<what to do>:<id of the follow-up>}. */
  static final String VERB = "fu";

  static final String KEEP = "keep";
  static final String DONE = "done";
  static final String MOVE = "move";
  static final String DROP = "drop";
  static final String WHY = "why";
  static final String LATER = "later";

  /** So long the numbers of a list that was shown hold. */
  private static final Duration REMEMBERED = Duration.ofMinutes(30);

  /** A list shows so many; more are reached by their numbers. */
  private static final int SHOWN = 10;

  private final Draft draft;
  private final Rhythm rhythm;
  private final Dates dates;

  FollowUpView(Draft draft) {
    this.draft = draft;
    this.rhythm = draft.rhythm();
    this.dates = new Dates(draft, rhythm.zone());
  }

  /** What is open of the rep, the earliest first: the order in which it is numbered. */
  List<FollowUp> open() {
    return draft.own().all(FollowUp.class).stream()
        .filter(FollowUp::isOpen)
        .sorted(Comparator.comparing(FollowUp::at).thenComparing(FollowUp::id))
        .toList();
  }

  /** When it is due, in words. */
  String when(FollowUp one) {
    String at =
        one.isForDay()
            ? dates.day(one.at().atZone(one.zoneId()).toLocalDate())
            : dates.moment(one.at(), rhythm.zone());
    boolean by = one.told() != null && one.told().by();
    return by ? draft.text("followup.by", Map.of("when", at)) : at;
  }

  /** What is to be done, and about whom. */
  String what(FollowUp one) {
    String about = about(one);
    return about.isEmpty() || one.what().contains(about)
        ? one.what()
        : draft.text("followup.about", Map.of("what", one.what(), "about", about));
  }

  private String about(FollowUp one) {
    @Nullable Distributor of = one.distributor() == null ? null : draft.find(one.distributor());
    return of == null ? "" : new Phrases(draft.content(), draft.language()).title(of);
  }

  /** Says what became of one. */
  void say(String replyId, FollowUp one, String why, Button... buttons) {
    String reason = why.isEmpty() ? "" : draft.text("followup.reason", Map.of("why", why));
    draft.say(replyId, Map.of("what", what(one), "when", when(one), "reason", reason), buttons);
  }

  /** What has that number: of the list shown last, lately, else of what is open. */
  Optional<FollowUp> numbered(int number) {
    Instant since = draft.in().now().minus(REMEMBERED);
    List<String> ids =
        draft
            .own()
            .find(NumberedList.class, NumberedList.FOLLOW_UPS)
            .filter(list -> list.at().isAfter(since))
            .map(NumberedList::of)
            .orElseGet(() -> open().stream().map(FollowUp::id).toList());
    return number < 1 || number > ids.size()
        ? Optional.empty()
        : draft.own().find(FollowUp.class, ids.get(number - 1));
  }

  /** Lists what is open. */
  void list() {
    List<FollowUp> open = open();
    if (open.isEmpty()) {
      draft.say("todo.none", Map.of());
      return;
    }
    List<String> lines = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    for (FollowUp one : open.subList(0, Math.min(SHOWN, open.size()))) {
      int number = lines.size() + 1;
      lines.add(line(number, one));
      buttons.add(
          new Button(
              draft.text("button.tick", Map.of("n", String.valueOf(number))),
              Buttons.data(VERB, DONE, one.id())));
    }
    if (open.size() > SHOWN) {
      int more = open.size() - SHOWN;
      lines.add(draft.text("todo.more", Map.of("n", String.valueOf(more))));
    }
    draft.put(
        draft.own().id(),
        new NumberedList(
            NumberedList.FOLLOW_UPS, open.stream().map(FollowUp::id).toList(), draft.in().now()));
    String list = String.join("\n", lines);
    String text = draft.text("todo", Map.of("n", String.valueOf(open.size()), "list", list));
    draft.reply(new Reply("todo", text, null, null, buttons));
  }

  private String line(int number, FollowUp one) {
    boolean late = one.at().isBefore(draft.in().now());
    String id = late ? "todo.late" : one.isPromised() ? "todo.promise" : "todo.task";
    return draft.text(
        id, Map.of("n", String.valueOf(number), "when", when(one), "what", what(one)));
  }

  /** The buttons with which one is answered. */
  Button[] buttons(FollowUp one) {
    return new Button[] {
      button("button.done", DONE, one),
      button("button.hour", LATER, one),
      button("button.move", MOVE, one),
      button("button.drop", DROP, one)
    };
  }

  /** A button about one. */
  Button button(String label, String action, FollowUp one) {
    return new Button(draft.text(label, Map.of()), Buttons.data(VERB, action, one.id()));
  }

  /** The button that takes the turn back. */
  Button undo() {
    return new Button(draft.text("button.undo", Map.of()), Buttons.data(Buttons.COMMAND, "undo"));
  }
}
