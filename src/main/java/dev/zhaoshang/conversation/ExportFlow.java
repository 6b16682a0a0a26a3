package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Enclosure;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.store.Distributors.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Gives out all that is on record: of the speaker, or of one distributor. */
final class ExportFlow implements Flow {

  /** {@code export:<distributor>}. */
  private static final String VERB = "export";

  /** So many are offered where a few words fit several. */
  private static final int OFFERED = 6;

  private final Draft draft;

  ExportFlow(Draft draft) {
    this.draft = draft;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command == Command.TEAM_EXPORT) {
      team();
      return true;
    }
    if (command != Command.EXPORT) {
      return false;
    }
    String words = Objects.requireNonNullElse(meaning.argument(), "").strip();
    if (words.isEmpty()) {
      own();
      return true;
    }
    List<Card> fitting =
        draft.in().snapshot().portfolio().stream()
            .filter(card -> NameMatch.fits(words, card))
            .limit(OFFERED)
            .toList();
    if (fitting.isEmpty()) {
      draft.say("export.unknown", Map.of());
    } else if (fitting.size() == 1) {
      give(Objects.requireNonNull(draft.find(fitting.get(0).id())));
    } else {
      draft.say(
          "export.which",
          Map.of(),
          fitting.stream()
              .map(card -> new Button(card.name() + " " + card.company(), data(card.id())))
              .toArray(Button[]::new));
    }
    return true;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (!verb.equals(VERB) || arguments.size() != 1) {
      return false;
    }
    Distributor found = draft.find(arguments.get(0));
    if (found == null || found.fields().isEmpty()) {
      return false;
    }
    give(found);
    return true;
  }

  private void own() {
    String rep = draft.in().session().rep();
    Distributor current = draft.current();
    List<Button> buttons = new ArrayList<>();
    if (current != null && !current.fields().isEmpty()) {
      buttons.add(
          new Button(
              draft.text("button.export", Map.of("title", title(current))), data(current.id())));
    }
    draft.audit(VERB, rep);
    draft.reply(
        new Reply("export.own", draft.text("export.own", Map.of()), null, null, buttons)
            .with(new Enclosure(Enclosure.Kind.PERSON, rep, draft.language())));
  }

  private void team() {
    List<Person> led = draft.in().snapshot().led();
    if (led.isEmpty()) {
      draft.say("export.team.none", Map.of());
      return;
    }
    led.forEach(one -> draft.audit(VERB, one.id()));
    String names =
        led.stream()
            .map(Person::name)
            .collect(Collectors.joining(draft.text("list.comma", Map.of())));
    draft.reply(
        new Reply(
                "export.team",
                draft.text("export.team", Map.of("names", names)),
                null,
                null,
                List.of())
            .with(
                new Enclosure(Enclosure.Kind.TEAM, draft.in().session().rep(), draft.language())));
  }

  private void give(Distributor found) {
    draft.audit(VERB, found.id());
    String text = draft.text("export.customer", Map.of("title", title(found)));
    draft.reply(
        new Reply("export.customer", text, null, null, List.of())
            .with(new Enclosure(Enclosure.Kind.CUSTOMER, found.id(), draft.language())));
  }

  private static String data(String distributor) {
    return Buttons.data(VERB, distributor);
  }

  private String title(Distributor distributor) {
    return new Phrases(draft.content(), draft.language()).title(distributor);
  }
}
