package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Checklist;
import dev.zhaoshang.content.Checklist.Item;
import dev.zhaoshang.content.Checklist.Style;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Tick;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.understanding.checklist.TickWords;
import dev.zhaoshang.understanding.checklist.TickWords.Ticked;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through any checklist of the content: shows it, ticks by button or by words, keeps what is
 * noted, and does not pass over what may not be passed over. Where the rep is stands in the
 * session's subject: {@code <checklist>/<occasion>/<item>}.
 */
final class ChecklistFlow implements Flow {

  private static final TickWords WORDS = new TickWords(Lexicon.load());

  private final Draft draft;
  private final ChecklistView view;

  ChecklistFlow(Draft draft) {
    this.draft = draft;
    this.view = new ChecklistView(draft);
  }

  /** Ids of the ledgers that tell whether a locked item is open; none for other turns. */
  static Set<String> ledgers(
      Session session, Update update, @Nullable Meaning meaning, @Nullable Distributor current) {
    boolean within =
        session.position().state().equals(States.CHECKLIST)
            || session.resume().stream().anyMatch(one -> one.state().equals(States.CHECKLIST));
    boolean opens = meaning != null && meaning.command() == Command.CHECKLIST;
    String button = Objects.requireNonNullElse(update.button(), "");
    boolean taps = ChecklistView.VERBS.contains(Buttons.parts(button).get(0));
    return within || opens || taps ? Set.copyOf(Pricing.territories(current)) : Set.of();
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command == Command.CHECKLIST) {
      open(Objects.requireNonNullElse(meaning.argument(), "").trim());
      return true;
    }
    return switch (command) {
      case SKIP, NO, YES, DONE, CANCEL, BACK, REPEAT, WHY, MORE, UNDO ->
          draft.within(States.CHECKLIST) && steer(command);
      default -> false;
    };
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (verb.equals(ChecklistView.OPEN) && arguments.size() == 1) {
      return draft.content().checklist(arguments.get(0)).isPresent() && open(arguments.get(0));
    }
    if (arguments.isEmpty()) {
      return false;
    }
    Optional<ChecklistRun> run = named(arguments.get(0));
    if (run.isEmpty()) {
      return false;
    }
    Optional<Item> item =
        arguments.size() == 2 ? run.get().list().item(arguments.get(1)) : Optional.empty();
    switch (verb) {
      case ChecklistView.TICK -> item.ifPresent(one -> tick(run.get(), List.of(one), ""));
      case ChecklistView.PASS -> item.ifPresent(one -> pass(run.get(), one, ""));
      case ChecklistView.TICK_ALL -> tick(run.get(), run.get().open(), "");
      case ChecklistView.WHOLE -> view.whole(id(run.get()), "", run.get());
      default -> {
        return false;
      }
    }
    return item.isPresent() || arguments.size() == 1;
  }

  @Override
  public boolean text(Meaning meaning) {
    boolean card = !draft.position().state().equals(States.CHECKLIST);
    boolean reason = draft.position().state().equals(States.REASON);
    if (!draft.within(States.CHECKLIST) || reason) {
      return false;
    }
    boolean ofRep =
        here().filter(place -> place.run().list().of() == Checklist.Owner.REP).isPresent();
    if (!meaning.fired().isEmpty() && !ofRep) {
      return false;
    }
    if (card) {
      draft.up();
    }
    return here().map(place -> take(place, meaning)).orElse(false);
  }

  /** Where the rep is in a checklist. */
  private record Place(ChecklistRun run, @Nullable Item item) {}

  private Optional<Place> here() {
    String subject = Objects.requireNonNullElse(draft.position().subject(), "");
    String[] parts = subject.split("/", -1);
    return parts.length == 3
        ? run(parts[0], parts[1]).map(run -> new Place(run, run.list().item(parts[2]).orElse(null)))
        : Optional.empty();
  }

  /** Opens a checklist on its usual occasion; without an id lists them all. */
  private boolean open(String id) {
    Optional<Checklist> list = draft.content().checklist(id);
    if (list.isEmpty()) {
      overview();
    } else {
      open(list.get(), usual(list.get()));
    }
    return true;
  }

  /**
   * Opens a checklist where it was left.
   *
   * @param occasion what it is ticked for, see {@link Tick#occasion()}
   */
  void open(Checklist list, String occasion) {
    Optional<ChecklistRun> run = run(list.id(), occasion);
    if (run.isEmpty()) {
      draft.say("nobody", Map.of());
    } else {
      show(id(run.get()), "", run.get(), "");
    }
  }

  private void overview() {
    List<Button> buttons =
        draft.content().checklists().values().stream()
            .map(
                list ->
                    new Button(
                        list.title().in(draft.language()),
                        Buttons.data(ChecklistView.OPEN, list.id())))
            .toList();
    draft.reply(new Reply("checklists", draft.text("checklists", Map.of()), null, null, buttons));
  }

  private boolean steer(Command command) {
    boolean aside = !draft.position().state().equals(States.CHECKLIST);
    if (aside) {
      draft.up();
    }
    Optional<Place> place = here();
    if (place.isEmpty()) {
      return false;
    }
    ChecklistRun run = place.get().run();
    Item item = run.list().style() == Style.STEPS ? place.get().item() : null;
    switch (command) {
      case YES -> tick(run, item == null ? run.open() : List.of(item), "");
      case SKIP, NO -> pass(run, item, "");
      case REPEAT -> again(place.get());
      case MORE -> view.whole(id(run), "", run);
      case WHY -> draft.say("checklist.why", Map.of("why", run.list().lead().in(draft.language())));
      case UNDO -> undo();
      default -> {
        if (aside) {
          again(place.get());
        } else {
          leave(run);
        }
      }
    }
    return true;
  }

  private void again(Place place) {
    if (place.item() != null && place.run().list().style() == Style.STEPS) {
      view.step(id(place.run()), "", place.run(), place.item());
    } else {
      view.whole(id(place.run()), "", place.run());
    }
  }

  /** Takes the last turn back and stays in the list, unless that turn was with another. */
  private void undo() {
    String subject = Objects.requireNonNull(draft.position().subject());
    String current = draft.distributor();
    new UndoFlow(draft).undo();
    if (Objects.equals(current, draft.distributor())) {
      draft.enter(States.CHECKLIST, subject);
      here().ifPresent(this::again);
    }
  }

  private boolean take(Place place, Meaning meaning) {
    String text = draft.in().entry().body().text().strip();
    ChecklistRun run = place.run();
    Item shown = run.list().style() == Style.STEPS ? place.item() : null;
    Optional<Ticked> ticked =
        WORDS.read(text, run.list().items().stream().map(ChecklistFlow::names).toList());
    if (shown != null && shown.answer() && !(ticked.isPresent() && ticked.get().shown())) {
      if (meaning.intent() == Intent.SKIP) {
        pass(run, shown, text);
      } else {
        tick(run, List.of(shown), text);
      }
      return true;
    }
    if (ticked.isEmpty()) {
      return false;
    }
    List<Item> items = new ArrayList<>();
    ticked.get().items().forEach(n -> items.add(run.list().items().get(n)));
    if (ticked.get().shown()) {
      items.addAll(shown == null ? run.open() : List.of(shown));
    }
    tick(run, items, ticked.get().note());
    return true;
  }

  private static List<String> names(Item item) {
    return Stream.concat(Stream.of(item.title().zh(), item.title().en()), item.also().stream())
        .toList();
  }

  private void tick(ChecklistRun run, List<Item> wanted, String note) {
    List<Item> items = wanted.stream().filter(item -> view.lock(item).isEmpty()).toList();
    if (items.isEmpty() && !wanted.isEmpty()) {
      enter(run, wanted.get(0));
      view.step("checklist.locked", "", run, wanted.get(0));
      return;
    }
    for (Item item : items) {
      Optional<String> refusal = new MustAnswers(draft).refusal(item, note);
      if (refusal.isPresent()) {
        enter(run, item);
        view.step("checklist.untold", refusal.get(), run, item);
        return;
      }
    }
    items.forEach(item -> put(run, item, Tick.State.DONE, note));
    String last = items.isEmpty() ? "" : items.get(items.size() - 1).id();
    String titles =
        items.stream()
            .map(item -> item.title().in(draft.language()))
            .collect(Collectors.joining(draft.text("list.comma", Map.of())));
    on(run, items.isEmpty() ? "" : draft.text("checklist.ticked", Map.of("items", titles)), last);
  }

  private void pass(ChecklistRun run, @Nullable Item item, String note) {
    if (item == null) {
      leave(run);
      return;
    }
    if (item.must()) {
      enter(run, item);
      view.step("checklist.must", draft.text("checklist.must", Map.of()), run, item);
      return;
    }
    put(run, item, Tick.State.SKIPPED, note);
    String title = item.title().in(draft.language());
    on(run, draft.text("checklist.passed", Map.of("item", title)), item.id());
  }

  private void put(ChecklistRun run, Item item, Tick.State state, String note) {
    String kept = note.isEmpty() ? run.tick(item).map(Tick::note).orElse("") : note;
    draft.put(
        run.ledger().id(),
        new Tick(
            Tick.id(run.list().id(), run.occasion(), item.id()),
            run.list().id(),
            run.occasion(),
            item.id(),
            state,
            kept,
            draft.in().session().rep(),
            draft.in().now()));
  }

  /** Goes on with what is open, or ends when nothing is. */
  private void on(ChecklistRun before, String lead, String after) {
    ChecklistRun run = run(before.list().id(), before.occasion()).orElseThrow();
    if (run.open().isEmpty()) {
      draft.back();
      String title = run.list().title().in(draft.language());
      draft.say("checklist.complete", Map.of("lead", lead, "title", title));
    } else {
      show(id(run), lead, run, after);
    }
  }

  private void show(String replyId, String lead, ChecklistRun run, String after) {
    Optional<Item> next = run.next(after);
    enter(run, next.orElse(null));
    if (run.list().style() == Style.STEPS && next.isPresent()) {
      view.step(replyId, lead, run, next.get());
    } else {
      view.whole(replyId, lead, run);
    }
  }

  private void enter(ChecklistRun run, @Nullable Item item) {
    String shown = item == null ? "" : item.id();
    draft.enter(States.CHECKLIST, run.list().id() + "/" + run.occasion() + "/" + shown);
  }

  private void leave(ChecklistRun run) {
    draft.back();
    String owed =
        run.owed().stream()
            .map(item -> item.title().in(draft.language()))
            .collect(Collectors.joining(draft.text("list.comma", Map.of())));
    draft.say(
        owed.isEmpty() ? "checklist.left" : "checklist.owed",
        Map.of(
            "title", run.list().title().in(draft.language()),
            "done", String.valueOf(run.done()),
            "all", String.valueOf(run.list().items().size()),
            "items", owed));
  }

  private static String id(ChecklistRun run) {
    return "checklist." + run.list().id();
  }

  private String usual(Checklist list) {
    return list.of() == Checklist.Owner.REP
        ? draft.rhythm().date(draft.in().now()).toString()
        : VisitFlow.occasion(draft, list);
  }

  /** A checklist on an occasion; empty without such a list, or without a current distributor. */
  private Optional<ChecklistRun> run(String list, String occasion) {
    Distributor current = draft.current();
    return draft
        .content()
        .checklist(list)
        .filter(one -> one.of() == Checklist.Owner.REP || current != null)
        .map(
            one ->
                new ChecklistRun(
                    one,
                    draft.ledger(
                        current == null || one.of() == Checklist.Owner.REP
                            ? Ledger.ofRep(draft.in().session().rep())
                            : Ledger.ofDistributor(current.id())),
                    occasion));
  }

  /**
   * The run that a button names; only the current distributor's and the rep's own are looked at.
   */
  private Optional<ChecklistRun> named(String key) {
    return draft.content().checklists().values().stream()
        .flatMap(list -> occasions(list).flatMap(occasion -> run(list.id(), occasion).stream()))
        .filter(run -> ChecklistView.key(run).equals(key))
        .findFirst();
  }

  private Stream<String> occasions(Checklist list) {
    Stream<String> here =
        here()
            .filter(place -> place.run().list().equals(list))
            .map(p -> p.run().occasion())
            .stream();
    Stream<String> ticked =
        run(list.id(), "").stream()
            .flatMap(run -> run.ledger().all(Tick.class).stream())
            .filter(tick -> tick.checklist().equals(list.id()))
            .map(Tick::occasion);
    return Stream.of(Stream.of(usual(list)), here, ticked).flatMap(s -> s).distinct();
  }
}
