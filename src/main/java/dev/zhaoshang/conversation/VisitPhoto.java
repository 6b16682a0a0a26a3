package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Checklist;
import dev.zhaoshang.content.Checklist.Item;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Attachment;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Tick;
import dev.zhaoshang.domain.Visit;
import dev.zhaoshang.understanding.checklist.TickWords;
import dev.zhaoshang.understanding.text.Lexicon;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Photos of a visit: one of the customer's office or warehouse ticks what was to be seen there and
 * stays with that tick. Where the caption does not tell the place, a button does.
 */
final class VisitPhoto implements Flow {

  /** {@code photo:<run>:<item>:<photo>}. */
  static final String VERB = "photo";

  /** What has to be seen on a visit. */
  private static final List<String> LISTS = List.of("secondVisitMustSee", "existingVisitMustSee");

  private static final TickWords WORDS = new TickWords(Lexicon.load());

  private final Draft draft;

  VisitPhoto(Draft draft) {
    this.draft = draft;
  }

  /**
   * Keeps a photo with what is to be seen on the visit that is under way.
   *
   * @return false when none is
   */
  boolean keep(Distributor current, Attachment photo) {
    Optional<ChecklistRun> run = run(current);
    if (run.isEmpty() || !photo.file().isPicture()) {
      return false;
    }
    List<Item> named = named(run.get().list(), photo.caption());
    if (named.size() == 1) {
      attach(run.get(), named.get(0), photo);
    } else {
      draft.put(run.get().ledger().id(), photo);
      draft.say("photo.where", Map.of("title", title(current)), places(run.get(), photo));
    }
    return true;
  }

  /** Whether a photo, and what is written under it, is of the visit that is under way. */
  boolean isExpected(Distributor current) {
    return run(current).isPresent();
  }

  private static List<Item> named(Checklist list, String caption) {
    return WORDS.seen(caption, list.items().stream().map(VisitPhoto::names).toList()).stream()
        .map(list.items()::get)
        .toList();
  }

  private static List<String> names(Item item) {
    return Stream.concat(Stream.of(item.title().zh(), item.title().en()), item.also().stream())
        .toList();
  }

  /** The list that the rep goes through, else that of today's visit. */
  private Optional<ChecklistRun> run(Distributor current) {
    Ledger ledger = draft.ledger(Ledger.ofDistributor(current.id()));
    String[] here = Objects.requireNonNullElse(draft.position().subject(), "").split("/", -1);
    if (here.length == 3 && LISTS.contains(here[0])) {
      return run(ledger, here[0], here[1]);
    }
    LocalDate today = draft.rhythm().date(draft.in().now());
    return ledger
        .find(Visit.class, Visit.id(today))
        .flatMap(
            visit ->
                VisitFlow.lists(visit.sort()).stream()
                    .filter(LISTS::contains)
                    .findFirst()
                    .flatMap(id -> run(ledger, id, VisitFlow.occasion(visit))));
  }

  private Optional<ChecklistRun> run(Ledger ledger, String list, String occasion) {
    return draft.content().checklist(list).map(one -> new ChecklistRun(one, ledger, occasion));
  }

  private Button[] places(ChecklistRun run, Attachment photo) {
    return run.list().items().stream()
        .map(
            item ->
                new Button(
                    item.title().in(draft.language()),
                    Buttons.data(VERB, ChecklistView.key(run), item.id(), Ids.of(photo.id(), 0))))
        .toArray(Button[]::new);
  }

  private void attach(ChecklistRun run, Item item, Attachment photo) {
    Optional<Tick> old = run.tick(item);
    String id = Tick.id(run.list().id(), run.occasion(), item.id());
    draft.put(run.ledger().id(), photo.of(id));
    draft.put(
        run.ledger().id(),
        new Tick(
            id,
            run.list().id(),
            run.occasion(),
            item.id(),
            Tick.State.DONE,
            old.map(Tick::note).filter(note -> !note.isEmpty()).orElseGet(photo::caption),
            draft.in().session().rep(),
            draft.in().now()));
    told(new ChecklistRun(run.list(), draft.ledger(run.ledger().id()), run.occasion()), item);
  }

  private void told(ChecklistRun run, Item item) {
    String open =
        run.open().stream()
            .map(one -> one.title().in(draft.language()))
            .collect(Collectors.joining(draft.text("list.comma", Map.of())));
    Map<String, String> values =
        Map.of(
            "item", item.title().in(draft.language()),
            "title", run.list().title().in(draft.language()),
            "n", String.valueOf(run.photos(item)),
            "open", open);
    Button undo = new RemarkView(draft).undo();
    if (open.isEmpty()) {
      if (isHere(run)) {
        draft.back();
      }
      draft.say("photo.kept.last", values, undo);
    } else {
      draft.say("photo.kept", values, new StageView(draft).list(run.list().id()), undo);
    }
  }

  /** Whether the rep goes through that very list; another one that is open stays open. */
  private boolean isHere(ChecklistRun run) {
    String subject = Objects.requireNonNullElse(draft.position().subject(), "");
    return draft.position().state().equals(States.CHECKLIST)
        && subject.startsWith(run.list().id() + "/" + run.occasion() + "/");
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    Distributor current = draft.current();
    if (!verb.equals(VERB) || arguments.size() != 3 || current == null) {
      return false;
    }
    Optional<ChecklistRun> run =
        run(current).filter(one -> ChecklistView.key(one).equals(arguments.get(0)));
    Optional<Item> item = run.flatMap(one -> one.list().item(arguments.get(1)));
    Optional<Attachment> photo =
        draft.ledger(Ledger.ofDistributor(current.id())).all(Attachment.class).stream()
            .filter(one -> Ids.of(one.id(), 0).equals(arguments.get(2)))
            .findFirst();
    if (item.isEmpty() || photo.isEmpty()) {
      return false;
    }
    attach(run.orElseThrow(), item.get(), photo.get());
    return true;
  }

  private String title(Distributor distributor) {
    return new Phrases(draft.content(), draft.language()).title(distributor);
  }
}
