package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Directive;
import dev.zhaoshang.domain.Directive.State;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A superior gives the own reps something to do; each acknowledges it and says when it is done.
 * Both have it in their ledgers, so that either sees how it stands.
 */
final class DirectiveFlow implements Flow {

  private static final int LISTED = 10;
  private static final int LABEL = 8;
  private static final String TO_ALL = "all";

  private final Draft draft;

  DirectiveFlow(Draft draft) {
    this.draft = draft;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.DIRECTIVE) {
      return false;
    }
    String argument = Objects.requireNonNullElse(meaning.argument(), "").strip();
    if (argument.isEmpty()) {
      list();
    } else {
      give(argument);
    }
    return true;
  }

  private void give(String argument) {
    Person from = draft.in().snapshot().speaker();
    List<Person> team = draft.in().snapshot().led();
    if (from == null || team.isEmpty()) {
      draft.say("team.nobody", Map.of());
      return;
    }
    String[] parts = argument.split("\\s+", 2);
    List<Person> to = named(parts[0], team);
    if (to.isEmpty() || parts.length < 2) {
      String names =
          String.join(draft.text("list.comma", Map.of()), team.stream().map(Person::name).toList());
      draft.say(
          to.isEmpty() ? "directive.whom" : "directive.what",
          Map.of("words", parts[0], "names", names));
      return;
    }
    to.forEach(rep -> give(from, rep, parts[1]));
    String names =
        String.join(draft.text("list.comma", Map.of()), to.stream().map(Person::name).toList());
    draft.say("directive.given", Map.of("names", names, "text", parts[1]));
  }

  private void give(Person from, Person rep, String text) {
    Instant now = draft.in().now();
    Directive directive =
        new Directive(
            Ids.of(draft.turn() + rep.id(), 0),
            from.id(),
            from.name(),
            rep.id(),
            rep.name(),
            text,
            State.GIVEN,
            now,
            now);
    draft.put(Ledger.ofRep(rep.id()), directive);
    draft.put(draft.own().id(), directive.in(State.GIVEN, null));
  }

  private List<Person> named(String word, List<Person> team) {
    String name = word.startsWith("@") ? word.substring(1) : word;
    List<String> everybody = List.of(draft.text("directive.all", Map.of()).split("\\s+", -1));
    if (name.equalsIgnoreCase(TO_ALL) || everybody.contains(name)) {
      return team;
    }
    return team.stream()
        .filter(one -> one.name().equals(name) || one.id().equalsIgnoreCase(name))
        .toList();
  }

  private void list() {
    String rep = draft.in().session().rep();
    List<Directive> all = draft.own().all(Directive.class);
    List<Directive> open =
        all.stream().filter(one -> one.state() != State.DONE).limit(LISTED).toList();
    if (open.isEmpty()) {
      draft.say("directive.none", Map.of());
      return;
    }
    List<String> lines = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    for (Directive one : open) {
      boolean mine = one.to().equals(rep);
      String state =
          draft.text("directive.state." + one.state().name().toLowerCase(Locale.ROOT), Map.of());
      lines.add(
          "· " + (mine ? one.fromName() : one.toName()) + " " + one.text() + " (" + state + ")");
      if (mine) {
        String label = draft.text("button.did.which", Map.of("text", beginning(one.text())));
        buttons.add(new Button(label, Buttons.data(Buttons.DID, one.id())));
      }
    }
    String text = draft.text("directive.list", Map.of("n", String.valueOf(open.size())));
    draft.say(
        "directives",
        Map.of("text", text + "\n" + String.join("\n", lines)),
        buttons.toArray(Button[]::new));
  }

  private static String beginning(String text) {
    return text.length() <= LABEL ? text : text.substring(0, LABEL) + "\u2026";
  }

  @Override
  public boolean due(LedgerEntry entry, boolean late) {
    if (!(entry instanceof Directive directive)) {
      return false;
    }
    draft.put(draft.own().id(), directive.in(directive.state(), null));
    if (directive.to().equals(draft.in().session().rep())) {
      draft.say(
          "directive",
          Map.of("name", directive.fromName(), "text", directive.text()),
          button("button.ack", Buttons.ACKNOWLEDGE, directive),
          button("button.did", Buttons.DID, directive));
    } else if (directive.state() == State.DONE) {
      draft.say("directive.reported", Map.of("name", directive.toName(), "text", directive.text()));
    }
    return true;
  }

  private Button button(String label, String verb, Directive directive) {
    return new Button(draft.text(label, Map.of()), Buttons.data(verb, directive.id()));
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    boolean did = verb.equals(Buttons.DID);
    if ((!did && !verb.equals(Buttons.ACKNOWLEDGE)) || arguments.size() != 1) {
      return false;
    }
    Optional<Directive> own =
        draft
            .own()
            .find(Directive.class, arguments.get(0))
            .filter(one -> one.to().equals(draft.in().session().rep()))
            .filter(one -> one.state() != State.DONE);
    own.ifPresent(directive -> answer(directive, did));
    return own.isPresent();
  }

  private void answer(Directive directive, boolean did) {
    State next = did ? State.DONE : State.ACKNOWLEDGED;
    draft.put(draft.own().id(), directive.in(next, null));
    draft.put(Ledger.ofRep(directive.from()), directive.in(next, did ? draft.in().now() : null));
    draft.say(
        did ? "directive.closed" : "directive.noted",
        Map.of("name", directive.fromName(), "text", directive.text()),
        did ? new Button[0] : new Button[] {button("button.did", Buttons.DID, directive)});
  }
}
