package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.content.Form.Aspect;
import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.conversation.machine.Signal;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Subject;
import dev.zhaoshang.domain.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills a form by chatting: takes what was told, says what is open, asks the next question. */
final class IntakeFlow {

  /** After so many unclear answers a field is parked. */
  private static final int TRIES = 3;

  private final Draft draft;
  private final Asking asking;

  IntakeFlow(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  /**
   * Takes fields that a text states, and moves on. Says what was recorded, not yet what is next.
   */
  Recorded take(List<Found> found, Intent intent) {
    Subject before = target(found, intent);
    Optional<Question> pending = asking.pending();
    Map<String, Fact> set = new LinkedHashMap<>();
    for (Found one : found) {
      fact(before, one, intent).ifPresent(fact -> set.put(one.field(), fact));
    }
    settleRest(pending, before, set);
    if (!set.isEmpty()) {
      draft.tell(set, List.of());
    }
    if (found.stream().anyMatch(one -> answers(pending, one)) || draft.asked() == null) {
      asking.advance(topic(found, pending));
    }
    return new Recorded(found, before.fields());
  }

  /**
   * What a turn recorded.
   *
   * @param found in the text
   * @param before facts before it
   */
  record Recorded(List<Found> found, Map<String, Fact> before) {

    /** The fields that were told with a value, in the order of the form under way. */
    static List<Field> inOrder(Draft draft, Recorded recorded) {
      Stream<Form> forms =
          draft.position().about() == null
              ? Stream.of(draft.form(), draft.content().intake())
              : Stream.of(draft.form());
      return forms
          .flatMap(form -> form.aspects().stream())
          .flatMap(aspect -> aspect.fields().stream())
          .filter(
              field ->
                  recorded.found().stream()
                      .anyMatch(f -> f.field().equals(field.id()) && f.value() != null))
          .distinct()
          .toList();
    }
  }

  /** What the form under way is about, unless the text tells of nothing that the form asks for. */
  private Subject target(List<Found> found, Intent intent) {
    Subject sheet = draft.position().about() == null ? null : draft.subject();
    if (sheet != null && found.stream().anyMatch(f -> draft.form().field(f.field()).isPresent())) {
      return sheet;
    }
    if (sheet != null) {
      draft.move(Signal.leave(), null, null);
    }
    return distributor(found, intent);
  }

  /**
   * The distributor that the text is about; begins one when there is none, or when it names
   * another.
   */
  private Distributor distributor(List<Found> found, Intent intent) {
    Distributor current = draft.current();
    if (current == null) {
      return draft.begin();
    }
    if (intent == Intent.CORRECT || !Another.isNamed(current, found, draft.asked())) {
      return current;
    }
    draft.move(Signal.leave(), null, null);
    String old = new Phrases(draft.content(), draft.language()).title(current);
    Distributor begun = draft.begin();
    draft.say(
        "begun.another",
        Map.of("old", old),
        new Button(
            draft.text("button.goto", Map.of("title", old)),
            Buttons.data(Buttons.GOTO, current.id())));
    return begun;
  }

  private Optional<Fact> fact(Subject before, Found found, Intent intent) {
    Fact old = before.fields().get(found.field());
    Value value = found.value();
    if (value == null) {
      boolean open = old == null || old.value() == null;
      return open ? Optional.of(fact(found, null, FactState.UNCLEAR)) : Optional.empty();
    }
    if (old != null && old.value() instanceof Value.Items items && adds(found, intent)) {
      value = union(items, value);
    }
    boolean same =
        old != null && old.state() == FactState.KNOWN && Objects.equals(old.value(), value);
    return same ? Optional.empty() : Optional.of(fact(found, value, FactState.KNOWN));
  }

  private Fact fact(Found found, @Nullable Value value, FactState state) {
    return new Fact(
        value,
        found.words(),
        found.codes(),
        state,
        draft.turn(),
        draft.in().now(),
        found.confidence());
  }

  /** A list told again without being asked for is told in addition. */
  private boolean adds(Found found, Intent intent) {
    String asked = draft.asked();
    boolean about =
        asked != null
            && draft.form().aspectOf(asked).stream()
                .anyMatch(a -> a.fields().stream().anyMatch(f -> f.id().equals(found.field())));
    return intent != Intent.CORRECT && !about;
  }

  private static Value union(Value.Items old, Value added) {
    if (!(added instanceof Value.Items more)) {
      return added;
    }
    Set<String> all = new LinkedHashSet<>(old.raw());
    all.addAll(more.raw());
    return new Value.Items(List.copyOf(all));
  }

  /** What is not core is asked once: whatever an answer leaves out of it counts as passed over. */
  private void settleRest(Optional<Question> pending, Subject before, Map<String, Fact> set) {
    pending
        .filter(Question::rest)
        .filter(q -> set.keySet().stream().anyMatch(id -> has(q.aspect(), id)))
        .ifPresent(q -> passOver(q.fields(), before, set, FactState.SKIPPED, ""));
  }

  private void passOver(
      List<Field> fields, Subject before, Map<String, Fact> set, FactState state, String words) {
    for (Field field : fields) {
      Fact old = before.fields().get(field.id());
      boolean settled = old != null && old.state() == FactState.KNOWN;
      if (!settled && !set.containsKey(field.id())) {
        Value value = old == null ? null : old.value();
        set.put(
            field.id(),
            new Fact(value, words, List.of(), state, draft.turn(), draft.in().now(), 1));
      }
    }
  }

  /**
   * Takes what the records say in answer to the pending question as told, and asks on.
   *
   * @return false when they say nothing
   */
  boolean confirm() {
    Subject subject = draft.subject();
    Optional<Question> pending = asking.pending();
    if (subject == null || pending.isEmpty()) {
      return false;
    }
    List<Found> found = new ArrayList<>();
    for (Field field : pending.get().fields()) {
      subject
          .fact(field.id())
          .filter(fact -> fact.state() == FactState.ASSUMED)
          .ifPresent(
              fact -> found.add(new Found(field.id(), fact.value(), "", fact.codes(), 1, null)));
    }
    if (found.isEmpty()) {
      return false;
    }
    Recorded recorded = take(found, Intent.ANSWER);
    Phrases phrases = new Phrases(draft.content(), draft.language());
    List<String> items =
        Recorded.inOrder(draft, recorded).stream()
            .flatMap(
                field ->
                    subject.fact(field.id()).map(Fact::value).stream()
                        .map(value -> phrases.labelled(field, value)))
            .toList();
    String joined = String.join(draft.text("list.items", Map.of()), items);
    new Continuation(draft, asking)
        .with("recorded", draft.text("line.recorded", Map.of("items", joined)), open());
    return true;
  }

  /** Passes over the pending question, says so and asks on. */
  void skipAloud(FactState state, String words) {
    List<Field> fields = skip(state, words);
    String labels = new Phrases(draft.content(), draft.language()).labels(fields);
    String id = "skipped." + state.name().toLowerCase(Locale.ROOT);
    new Continuation(draft, asking).with("skipped", draft.text(id, Map.of("labels", labels)), "");
  }

  /** Notes that a field other than the one asked for has no value; the question stays. */
  void skipOther(Field field, FactState state, String words) {
    Subject subject = Objects.requireNonNull(draft.subject());
    Map<String, Fact> set = new LinkedHashMap<>();
    passOver(List.of(field), subject, set, state, words);
    if (!set.isEmpty()) {
      draft.tell(set, List.of());
    }
    String id = "skipped." + state.name().toLowerCase(Locale.ROOT);
    Map<String, String> labels = Map.of("labels", field.label().in(draft.language()));
    new Continuation(draft, asking).with("skipped", draft.text(id, labels), "");
  }

  /** Passes over the pending question. Returns the fields that it asked for. */
  private List<Field> skip(FactState state, String words) {
    Question question = asking.pending().orElseThrow();
    Subject subject = Objects.requireNonNull(draft.subject());
    Map<String, Fact> set = new LinkedHashMap<>();
    passOver(question.fields(), subject, set, state, words);
    if (!set.isEmpty()) {
      draft.tell(set, List.of());
    }
    asking.advance(question.aspect().id());
    return question.fields();
  }

  /** An answer that could not be read: ask in other words, then with buttons, then park it. */
  void unclear(String words, String lead) {
    Question question = asking.pending().orElseThrow();
    int tries = draft.unclear();
    if (tries < TRIES && !question.rest()) {
      asking.retry(tries == 1 ? "unclear" : "unclear.buttons", lead);
      return;
    }
    if (question.rest() && tries < 2) {
      asking.say("unclear", lead);
      return;
    }
    FactState state = question.rest() ? FactState.SKIPPED : FactState.PARKED;
    Subject subject = Objects.requireNonNull(draft.subject());
    boolean again =
        subject
            .fact(question.fields().get(0).id())
            .map(f -> f.state() == FactState.PARKED)
            .orElse(false);
    List<Field> fields = skip(again ? FactState.SKIPPED : state, words);
    String labels = new Phrases(draft.content(), draft.language()).labels(fields);
    draft.say(question.rest() || again ? "passed" : "parked", Map.of("labels", labels));
  }

  private static boolean answers(Optional<Question> pending, Found found) {
    return found.value() != null && pending.map(q -> has(q.aspect(), found.field())).orElse(true);
  }

  /** The aspect to stay on: the asked one, when everything told belongs to it. */
  private @Nullable String topic(List<Found> found, Optional<Question> pending) {
    return pending
        .map(Question::aspect)
        .filter(aspect -> found.stream().allMatch(f -> has(aspect, f.field())))
        .map(Aspect::id)
        .orElse(null);
  }

  private static boolean has(Aspect aspect, String field) {
    return aspect.fields().stream().anyMatch(f -> f.id().equals(field));
  }

  /** What is still open, in one line; empty when nothing is. */
  String open() {
    Subject subject = draft.subject();
    if (subject == null) {
      return "";
    }
    Form form = draft.form();
    List<Aspect> open = Question.openAspects(form, subject);
    if (open.isEmpty()) {
      return "";
    }
    String titles = new Phrases(draft.content(), draft.language()).titles(open, 4);
    return draft.text("open", Map.of("n", String.valueOf(open.size()), "titles", titles));
  }
}
