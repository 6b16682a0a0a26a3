package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Uncovered;
import dev.zhaoshang.understanding.intent.IntentSigns;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Objections that no card covers: an honest answer for the rep, a list and drafts for superiors.
 */
final class UncoveredFlow implements Flow {

  private static final IntentSigns SIGNS = new IntentSigns(Lexicon.load());
  private static final HanlpScript SCRIPT = new HanlpScript();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int SHOWN = 8;
  private static final String TEMPLATE = template();

  private final Draft draft;

  UncoveredFlow(Draft draft) {
    this.draft = draft;
  }

  /** A card of objections/ with everything that lint asks for. */
  private static String template() {
    try (InputStream in = UncoveredFlow.class.getResourceAsStream("/template/objection.yml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The packaged template of a card cannot be read", e);
    }
  }

  /** Whether a text asks how to answer a customer. */
  static boolean asksForReply(String text) {
    return SIGNS.asksForReply(dev.zhaoshang.understanding.text.Typed.of(text, SCRIPT).plain());
  }

  /** Says that no card covers it, gives the general principle, and keeps the words. */
  void admit(String words) {
    draft.put(
        Uncovered.LEDGER,
        new Uncovered(
            Ids.of(draft.turn() + "#uncovered", 0),
            draft.in().session().rep(),
            draft.distributor(),
            draft.in().now(),
            words,
            null,
            null));
    principle();
  }

  /** Says so, and gives the general principle. */
  void principle() {
    draft.say(
        "uncovered",
        Map.of(),
        new Button(
            draft.text("button.cards", Map.of()), Buttons.data(Buttons.COMMAND, "objection")));
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.UNANSWERED) {
      return false;
    }
    list();
    return true;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    return switch (verb) {
      case Buttons.NONE -> arguments.isEmpty() && none();
      case Buttons.DRAFT -> arguments.size() == 1 && maySee() && sketch(arguments.get(0));
      case Buttons.DISMISS -> arguments.size() == 1 && maySee() && drop(arguments.get(0));
      default -> false;
    };
  }

  /** None of the offered objections was meant; the words wait where they were asked about. */
  private boolean none() {
    String words = draft.position().subject();
    boolean choosing = draft.position().state().equals(States.CHOOSING);
    draft.back();
    if (!choosing) {
      return false;
    }
    if (words == null || words.isEmpty()) {
      draft.say("uncovered.nothing", Map.of());
    } else {
      admit(words);
    }
    return true;
  }

  private boolean maySee() {
    return Access.may(draft.in().snapshot().speaker(), Command.UNANSWERED);
  }

  private void list() {
    List<Uncovered> waiting = waiting();
    if (waiting.isEmpty()) {
      draft.say("unanswered.none", Map.of());
      return;
    }
    List<String> lines = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    for (Uncovered one : waiting.stream().limit(SHOWN).toList()) {
      String n = String.valueOf(lines.size() + 1);
      lines.add(line(n, one));
      if (one.meant() == null) {
        buttons.add(button("button.draft", n, Buttons.DRAFT, one.id()));
      }
      buttons.add(button("button.dismiss", n, Buttons.DISMISS, one.id()));
    }
    Map<String, String> values =
        Map.of("n", String.valueOf(waiting.size()), "list", String.join("\n", lines));
    draft.say("unanswered", values, buttons.toArray(Button[]::new));
  }

  private String line(String n, Uncovered one) {
    Map<String, String> values = new HashMap<>();
    values.put("n", n);
    values.put("date", LocalDate.ofInstant(one.at(), ZONE).toString());
    values.put("rep", name(one.rep()));
    values.put("words", one.words());
    values.put("shown", title(one.shown()));
    values.put("meant", title(one.meant()));
    values.put("file", Objects.requireNonNullElse(one.meant(), ""));
    String line = draft.text("unanswered.line", values);
    if (one.shown() == null) {
      return line;
    }
    return line + draft.text(one.meant() == null ? "unanswered.wrong" : "unanswered.meant", values);
  }

  private String title(@Nullable String objection) {
    return Optional.ofNullable(objection)
        .flatMap(draft.content()::objection)
        .map(card -> card.title().in(draft.language()))
        .orElse("");
  }

  private Button button(String label, String n, String verb, String id) {
    return new Button(draft.text(label, Map.of("n", n)), Buttons.data(verb, id));
  }

  /** A card to be finished by hand: its texts say what belongs where. */
  private boolean sketch(String id) {
    Optional<Uncovered> one = waiting().stream().filter(u -> u.id().equals(id)).findFirst();
    one.ifPresent(
        uncovered -> {
          String words = uncovered.words().replaceAll("[\\s\"\\\\]+", " ").strip();
          draft.say("unanswered.draft", Map.of("card", TEMPLATE.replace("{words}", words)));
        });
    return one.isPresent();
  }

  private boolean drop(String id) {
    Optional<Uncovered> one = waiting().stream().filter(u -> u.id().equals(id)).findFirst();
    one.ifPresent(
        uncovered -> {
          draft.change(Uncovered.LEDGER, List.of(), List.of(uncovered.id()));
          list();
        });
    return one.isPresent();
  }

  /** What those whom the speaker leads have met, the latest first. */
  private List<Uncovered> waiting() {
    List<String> team = below().stream().map(Person::id).toList();
    Person speaker = draft.in().snapshot().speaker();
    String self = speaker == null ? "" : speaker.id();
    return draft.ledger(Uncovered.LEDGER).all(Uncovered.class).stream()
        .filter(one -> team.contains(one.rep()) || one.rep().equals(self))
        .sorted(Comparator.comparing(Uncovered::at).reversed())
        .toList();
  }

  private List<Person> below() {
    Snapshot snapshot = draft.in().snapshot();
    return Access.below(snapshot.speaker(), snapshot.people());
  }

  private String name(String rep) {
    return draft.in().snapshot().people().stream()
        .filter(person -> Objects.equals(person.id(), rep))
        .map(Person::name)
        .findFirst()
        .orElse(rep);
  }
}
