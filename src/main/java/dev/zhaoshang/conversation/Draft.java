package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form;
import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.DistributorChange;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Session.Position;
import dev.zhaoshang.domain.Sheet;
import dev.zhaoshang.domain.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The outcome of one turn while it is being decided. Lives for one call of {@link Dialogue}. */
final class Draft {

  private final TurnInput in;
  private final Map<String, Distributor> view;
  private final List<DistributorChange> changes = new ArrayList<>();
  private final Map<String, Ledger> ledgers;
  private final Map<String, LedgerChange> ledgerChanges = new LinkedHashMap<>();
  private final List<Person> people = new ArrayList<>();
  private final List<Reply> replies = new ArrayList<>();
  private final List<Post> posts = new ArrayList<>();
  private final List<Position> resume;
  private Position position;
  private @Nullable String distributor;
  private Language language;
  private boolean languageChosen;
  private List<Session.UndoStep> undo;
  private boolean silent;

  Draft(TurnInput in) {
    this.in = in;
    this.view = new LinkedHashMap<>(in.snapshot().distributors());
    this.ledgers = new LinkedHashMap<>(in.snapshot().ledgers());
    this.resume = new ArrayList<>(in.session().resume());
    this.position = in.session().position();
    this.distributor = in.session().distributor();
    if (distributor != null && !view.containsKey(distributor)) {
      // It was begun and nothing was told of it yet: it is stored with its first fact.
      view.put(distributor, Distributor.begun(distributor, in.session().rep(), in.now()));
    }
    this.language = in.session().language();
    this.languageChosen = in.session().languageChosen();
    this.undo = in.session().undo();
  }

  TurnInput in() {
    return in;
  }

  Content content() {
    return in.content();
  }

  /** When the rep works and wants to hear from us. */
  Rhythm rhythm() {
    return content().reminders().usual().of(own());
  }

  String turn() {
    return in.entry().id();
  }

  Position position() {
    return position;
  }

  List<Position> resume() {
    return List.copyOf(resume);
  }

  Language language() {
    return language;
  }

  boolean languageChosen() {
    return languageChosen;
  }

  List<DistributorChange> changes() {
    return List.copyOf(changes);
  }

  List<LedgerChange> ledgerChanges() {
    return List.copyOf(ledgerChanges.values());
  }

  List<Person> people() {
    return List.copyOf(people);
  }

  void save(Person person) {
    people.add(person);
  }

  List<Reply> replies() {
    return List.copyOf(replies);
  }

  List<Session.UndoStep> undo() {
    return undo;
  }

  @Nullable String distributor() {
    return distributor;
  }

  /** What the form under way is about, with this turn's changes; null when there is nothing. */
  @Nullable Subject subject() {
    Ledger.Key about = position.about();
    return about == null ? current() : sheet(about);
  }

  private @Nullable Sheet sheet(Ledger.Key key) {
    return ledger(key.ledger()).entries().stream()
        .filter(entry -> entry.id().equals(key.entry()) && entry instanceof Sheet)
        .map(Sheet.class::cast)
        .findFirst()
        .orElse(null);
  }

  /** Changes facts of what the form under way is about. */
  void tell(Map<String, Fact> set, List<String> cleared) {
    Ledger.Key about = position.about();
    if (about == null) {
      set(Objects.requireNonNull(distributor), set, cleared);
      return;
    }
    Sheet sheet = Objects.requireNonNull(sheet(about));
    Map<String, Fact> facts = new LinkedHashMap<>(sheet.fields());
    facts.putAll(set);
    cleared.forEach(facts::remove);
    put(about.ledger(), sheet.with(facts));
  }

  /** Does something as if the conversation were at an earlier place. */
  void at(Position earlier, Runnable action) {
    Position now = position;
    position = earlier;
    action.run();
    position = now;
  }

  /**
   * Takes up a form; the next move asks of it.
   *
   * @param about the entry of a ledger that it is about; null for the current distributor
   */
  void open(String form, Ledger.@Nullable Key about) {
    back();
    position = new Position(position.state(), form, null, 0, null, about);
  }

  /** The form under way; the intake unless another one is. */
  Form form() {
    String id = position.form();
    return content().form(id == null ? "intake" : id).orElseGet(content()::intake);
  }

  /** The current distributor with this turn's changes; null when there is none. */
  @Nullable Distributor current() {
    return distributor == null ? null : view.get(distributor);
  }

  /** A distributor of the snapshot with this turn's changes; null when it was not loaded. */
  @Nullable Distributor find(String id) {
    return view.get(id);
  }

  /** The id of the pending question; null when nothing is asked. */
  @Nullable String asked() {
    return position.asked();
  }

  void speak(Language next, boolean chosen) {
    language = next;
    languageChosen = languageChosen || chosen;
  }

  /** Text of a reply in the rep's language with its placeholders filled. */
  String text(String replyId, Map<String, String> values) {
    String text = content().say(replyId, language);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  void say(String replyId, Map<String, String> values, Button... buttons) {
    replies.add(new Reply(replyId, text(replyId, values), null, null, List.of(buttons)));
  }

  void reply(Reply reply) {
    replies.add(reply);
  }

  /** Posts to another chat than the one that is spoken in. */
  void post(String channel, String chat, Reply reply) {
    posts.add(new Post(channel, chat, reply));
  }

  List<Post> posts() {
    return List.copyOf(posts);
  }

  /** A reply, and the chat that it goes to. */
  record Post(String channel, String chat, Reply reply) {}

  /** Says nothing in this turn, not even the pending question again. */
  void beSilent() {
    silent = true;
  }

  boolean isSilent() {
    return silent;
  }

  /** Makes a distributor the current one; null for none. */
  void turnTo(@Nullable String id) {
    distributor = id;
  }

  /** Begins a distributor and makes it the current one. */
  Distributor begin() {
    Distributor begun = begin(Ids.of(turn(), changes.size()), in.session().rep());
    distributor = begun.id();
    return begun;
  }

  /** Begins a distributor with that id for a rep. */
  Distributor begin(String id, String rep) {
    Distributor begun = Distributor.begun(id, rep, in.now());
    view.put(id, begun);
    return begun;
  }

  /** Changes facts of a distributor. */
  void set(String id, Map<String, Fact> set, List<String> cleared) {
    change(id, set, cleared, "", null);
  }

  /** Changes a distributor; the parameters are those of {@link DistributorChange}. */
  void change(
      String id,
      Map<String, Fact> set,
      List<String> cleared,
      String mergedInto,
      @Nullable String from) {
    Distributor before = Objects.requireNonNull(view.get(id));
    DistributorChange change =
        new DistributorChange(
            turn() + "#" + changes.size(),
            turn(),
            in.now(),
            id,
            before.owner(),
            set,
            cleared,
            mergedInto,
            from);
    changes.add(change);
    view.put(id, before.with(change));
  }

  /** The rep's own ledger with this turn's changes. */
  Ledger own() {
    return ledger(Ledger.ofRep(in.session().rep()));
  }

  /** A ledger of the snapshot with this turn's changes. */
  Ledger ledger(String id) {
    return ledgers.getOrDefault(id, Ledger.empty(id));
  }

  /** Adds an entry to a ledger, or puts it in the place of the one with its id. */
  void put(String ledger, LedgerEntry entry) {
    change(ledger, List.of(entry), List.of());
  }

  /** Changes entries of a ledger. */
  void change(String ledger, List<LedgerEntry> put, List<String> removed) {
    LedgerChange more =
        new LedgerChange(ledger, in.session().rep(), turn(), in.entry().seq(), put, removed);
    ledgerChanges.merge(ledger, more, LedgerChange::and);
    LedgerChange all = Objects.requireNonNull(ledgerChanges.get(ledger));
    Ledger before = in.snapshot().ledgers().getOrDefault(ledger, Ledger.empty(ledger));
    ledgers.put(ledger, before.with(all));
  }

  /** Notes for the audit what the speaker does to, or sees of, what is not the speaker's own. */
  void audit(String what, String subject) {
    String id = turn() + "#" + what + ":" + subject;
    put(
        AuditEntry.ledgerOf(in.now()),
        new AuditEntry(id, in.session().rep(), what, subject, in.now()));
  }

  /** Moves to a state with a new pending question; false when the machine does not allow it. */
  boolean move(Signal signal, @Nullable String form, @Nullable String asked) {
    return in.transitions()
        .after(position.state(), signal)
        .map(
            state -> {
              boolean same = form != null && form.equals(position.form());
              position = new Position(state, form, asked, 0, null, same ? position.about() : null);
              return true;
            })
        .orElse(false);
  }

  /** Steps aside; the pending question stays pending. */
  boolean interrupt(String state, String subject) {
    if (in.transitions().after(position.state(), Signal.interrupt(state)).isEmpty()) {
      up();
    }
    return in.transitions()
        .after(position.state(), Signal.interrupt(state))
        .map(
            next -> {
              if (resume.size() == Session.RESUME_DEPTH) {
                resume.remove(0);
              }
              resume.add(position);
              position = position.aside(next, subject);
              return true;
            })
        .orElse(false);
  }

  /** Steps aside to what asks for itself: the pending question waits until that is left. */
  boolean enter(String state, String subject) {
    boolean entered = interrupt(state, subject);
    if (entered) {
      position = new Position(state, position.form(), null, 0, subject, position.about());
    }
    return entered;
  }

  /** Whether the rep is in that state, or has only stepped aside from it. */
  boolean within(String state) {
    return position.state().equals(state)
        || resume.stream().anyMatch(one -> one.state().equals(state));
  }

  /** Returns from all interruptions that are under way to the question, or to rest. */
  void back() {
    returnTo(0);
  }

  /** Returns from the innermost interruption, if one is under way. */
  void up() {
    returnTo(resume.size() - 1);
  }

  private void returnTo(int depth) {
    if (!resume.isEmpty()) {
      Position there = resume.get(depth);
      if (in.transitions().after(position.state(), Signal.back(there.state())).isPresent()) {
        resume.subList(depth, resume.size()).clear();
        position = there;
      }
    }
  }

  /** Counts an unclear answer to the pending question. Returns how many there were. */
  int unclear() {
    position = position.unclear();
    return position.tries();
  }

  /** Puts the conversation where it was, when a turn is taken back. */
  void restore(Session.UndoStep step, List<Session.UndoStep> remaining) {
    back();
    Position was = step.position();
    if (move(Signal.to(was.state()), was.form(), was.asked())) {
      position = was;
    }
    distributor = step.current();
    undo = remaining;
  }
}
