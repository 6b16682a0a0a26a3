package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.SafetyNote;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Open notes of possible adverse drug reactions, for superiors and admins, who pass them on. */
final class SafetyFlow implements Flow {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int SHOWN = 10;

  private final Draft draft;

  SafetyFlow(Draft draft) {
    this.draft = draft;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command == Command.SAFETY) {
      list();
    }
    return command == Command.SAFETY;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (!verb.equals(Buttons.SAFE) || arguments.size() != 1 || !maySee()) {
      return false;
    }
    Optional<SafetyNote> note =
        draft.ledger(Ledger.COMPANY).find(SafetyNote.class, arguments.get(0));
    note.ifPresent(
        open -> {
          draft.put(Ledger.COMPANY, open.close());
          list();
        });
    return note.isPresent();
  }

  private boolean maySee() {
    return Access.may(draft.in().snapshot().speaker(), Command.SAFETY);
  }

  private void list() {
    List<SafetyNote> open =
        draft.ledger(Ledger.COMPANY).all(SafetyNote.class).stream()
            .filter(note -> !note.closed())
            .limit(SHOWN)
            .toList();
    if (open.isEmpty()) {
      draft.say("safety.none", Map.of());
      return;
    }
    List<String> lines = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    for (SafetyNote note : open) {
      String n = String.valueOf(lines.size() + 1);
      lines.add(
          draft.text(
              "safety.line",
              Map.of(
                  "n", n,
                  "date", LocalDate.ofInstant(note.at(), ZONE).toString(),
                  "rep", name(note.rep()),
                  "words", note.words())));
      buttons.add(
          new Button(
              draft.text("button.safe", Map.of("n", n)), Buttons.data(Buttons.SAFE, note.id())));
    }
    draft.say(
        "safety.list", Map.of("list", String.join("\n", lines)), buttons.toArray(Button[]::new));
  }

  private String name(String rep) {
    return draft.in().snapshot().people().stream()
        .filter(person -> person.id().equals(rep))
        .map(Person::name)
        .findFirst()
        .orElse(rep);
  }
}
