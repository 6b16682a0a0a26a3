package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.conversation.IntakeFlow.Recorded;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Session.Inverse;
import dev.zhaoshang.domain.Session.UndoStep;
import dev.zhaoshang.domain.Subject;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.Distributors.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A turn in which the rep typed. */
final class TextTurn {

  private final Draft draft;
  private final Asking asking;
  private final IntakeFlow intake;
  private final CoachingFlow coaching;

  TextTurn(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
    this.intake = new IntakeFlow(draft, asking);
    this.coaching = new CoachingFlow(draft);
  }

  void handle() {
    Meaning read = draft.in().meaning();
    if (read == null) {
      draft.say(Typed.refusal(draft.in().entry().body().text()), Map.of());
      return;
    }
    if (new ApprovalFlow(draft).comments()) {
      return;
    }
    Meaning meaning = FullName.kept(draft, read);
    Command command = meaning.command();
    if (command != null && draft.in().entry().body().kind() == Update.Kind.EDIT) {
      draft.say("edited.command", Map.of());
      return;
    }
    if (command != null) {
      new CommandTurn(draft, asking).handle(command, meaning);
      return;
    }
    if (new Flows(draft, asking).text(meaning)) {
      return;
    }
    boolean coached = !meaning.fired().isEmpty();
    if (!coached) {
      draft.back();
    }
    if (!edited(meaning) && !new Referral(draft, asking).take(meaning)) {
      read(meaning);
    }
    if (coached) {
      coaching.card(meaning);
    }
  }

  private void read(Meaning meaning) {
    boolean told = meaning.fields().stream().anyMatch(f -> f.value() != null);
    if (told) {
      record(meaning);
      if (meaning.intent() == Intent.OBJECTION && meaning.fired().isEmpty()) {
        admit();
      }
    } else if (meaning.intent() == Intent.SKIP && asking.pending().isPresent()) {
      skip(Objects.requireNonNullElse(meaning.skip(), FactState.SKIPPED));
    } else if (!meaning.fields().isEmpty()) {
      problem(meaning);
    } else if (meaning.fired().isEmpty()) {
      unread(meaning);
    }
  }

  /** "Not known" is said of the pending question, unless it names another aspect's field. */
  private void skip(FactState state) {
    String words = draft.in().entry().body().text();
    Question pending = asking.pending().orElseThrow();
    Optional<Field> other =
        FieldNames.in(words, draft.form()).filter(f -> !pending.aspect().fields().contains(f));
    other.ifPresentOrElse(
        field -> intake.skipOther(field, state, words), () -> intake.skipAloud(state, words));
  }

  /** Takes what the text states, says it and asks on. */
  void record(Meaning meaning) {
    Recorded recorded = intake.take(meaning.fields(), meaning.intent());
    String line = line(recorded, meaning.intent());
    duplicates();
    new Clash(draft).warn(meaning.fields());
    if (draft.position().about() == null) {
      new Promises(draft).ofLine(draft.in().entry().body().text());
    }
    String id = meaning.intent() == Intent.CORRECT ? "corrected" : "recorded";
    String trouble =
        meaning.fields().stream()
            .filter(f -> f.value() == null)
            .map(f -> "\n" + trouble(f))
            .reduce("", String::concat);
    line = line + trouble;
    if (meaning.fired().isEmpty()) {
      boolean ofCall = draft.position().about() == null;
      Button[] perhaps = ofCall ? coaching.perhaps(meaning) : new Button[0];
      new Continuation(draft, asking).with(id, line, intake.open(), perhaps);
    } else {
      draft.say(id, Map.of("text", line));
    }
  }

  private String line(Recorded recorded, Intent intent) {
    return line(draft, recorded, intent);
  }

  /** Says what was recorded. */
  static String line(Draft draft, Recorded recorded, Intent intent) {
    Phrases phrases = new Phrases(draft.content(), draft.language());
    Subject subject = Objects.requireNonNull(draft.subject());
    List<String> items = new ArrayList<>();
    for (Field field : Recorded.inOrder(draft, recorded)) {
      subject
          .fact(field.id())
          .map(Fact::value)
          .ifPresent(value -> items.add(phrases.changed(field, recorded.before(), value)));
    }
    String id = intent == Intent.CORRECT ? "line.corrected" : "line.recorded";
    return draft.text(id, Map.of("items", String.join(draft.text("list.items", Map.of()), items)));
  }

  /** Another distributor with the same mobile or company is said once, when it is first told. */
  private void duplicates() {
    Distributor current = draft.current();
    if (current == null || draft.position().about() != null) {
      return;
    }
    String rep = draft.in().session().rep();
    for (Match match : draft.in().snapshot().matches()) {
      if (match.distributor().equals(current.id())) {
        continue;
      }
      if (!match.owner().equals(rep)) {
        String owner = draft.in().snapshot().names().getOrDefault(match.owner(), match.owner());
        draft.say("duplicate.other", Map.of("owner", owner), ClaimFlow.offer(draft));
      } else if (draft.find(match.distributor()) != null) {
        new LeadsFlow(draft, asking).offerMerge(match.distributor());
      }
      return;
    }
  }

  private void problem(Meaning meaning) {
    Found found = meaning.fields().get(0);
    String lead = trouble(found);
    boolean pending =
        asking
            .pending()
            .map(q -> q.fields().stream().anyMatch(f -> f.id().equals(found.field())))
            .orElse(false);
    if (pending) {
      intake.take(meaning.fields(), meaning.intent());
      intake.unclear(found.words(), lead);
    } else {
      draft.say("problem", Map.of("text", lead));
    }
  }

  /** Says what is wrong with words that could not be read. */
  private String trouble(Found found) {
    String id = "problem." + found.problem();
    boolean said = draft.content().replies().containsKey(id);
    return draft.text(said ? id : "problem.unreadable", Map.of("words", found.words()));
  }

  /** An objection that no card covers. */
  private void admit() {
    new UncoveredFlow(draft).admit(draft.in().entry().body().text());
  }

  private void unread(Meaning meaning) {
    boolean answered = !draft.replies().isEmpty();
    if (answered && meaning.intent() == Intent.OTHER) {
      return;
    }
    if (meaning.intent() == Intent.CORRECT && draft.subject() != null) {
      new RecordFlow(draft, asking).change(draft.in().entry().body().text());
    } else if (meaning.intent() == Intent.OBJECTION) {
      admit();
    } else if (coaching.mayBeMeant(meaning) && meaning.intent() != Intent.ANSWER) {
      coaching.which(meaning.ranked());
    } else if (UncoveredFlow.asksForReply(draft.in().entry().body().text())) {
      admit();
    } else if (asking.pending().isEmpty()) {
      draft.say("lost", Map.of());
    } else if (meaning.intent() == Intent.OTHER) {
      draft.say("aside", Map.of());
    } else {
      intake.unclear(draft.in().entry().body().text(), "");
    }
  }

  /** An edit of an earlier message corrects what that message told. */
  private boolean edited(Meaning meaning) {
    Update update = draft.in().entry().body();
    if (update.kind() != Update.Kind.EDIT) {
      return false;
    }
    List<UndoStep> steps = UndoFlow.all(draft.undo(), update.message());
    if (steps.isEmpty()) {
      return false;
    }
    UndoFlow undo = new UndoFlow(draft);
    Set<String> corrected = undo.corrected(steps, meaning.fields());
    Meaning changed = meaning.without(corrected);
    for (int i = steps.size() - 1; i >= 0; i--) {
      undo.retract(steps.get(i));
    }
    UndoStep step = steps.get(0);
    String about =
        step.inverses().stream()
            .map(Inverse::distributor)
            .findFirst()
            .orElse(draft.in().session().rep());
    draft.audit("edit", about);
    if (step.position().about() == null) {
      corrected(changed, step);
    } else {
      draft.at(step.position(), () -> told(changed));
    }
    if (!corrected.isEmpty()) {
      draft.say("edited.corrected", Map.of("fields", names(corrected)));
    }
    return true;
  }

  private String names(Set<String> fields) {
    List<String> names =
        Stream.of(draft.form(), draft.content().intake())
            .flatMap(form -> form.aspects().stream())
            .flatMap(aspect -> aspect.fields().stream())
            .filter(field -> fields.contains(field.id()))
            .map(field -> field.label().in(draft.language()))
            .distinct()
            .toList();
    return String.join(draft.text("list.comma", Map.of()), names);
  }

  /** Takes the edited words for the distributor that the message was about. */
  private void corrected(Meaning meaning, UndoStep step) {
    String current = draft.distributor();
    step.inverses().stream().findFirst().ifPresent(i -> draft.turnTo(i.distributor()));
    told(meaning);
    if (current != null) {
      draft.turnTo(current);
    }
  }

  private void told(Meaning meaning) {
    boolean told = meaning.fields().stream().anyMatch(f -> f.value() != null);
    if (told) {
      Recorded recorded = intake.take(meaning.fields(), Intent.CORRECT);
      draft.say("edited", Map.of("text", line(recorded, Intent.CORRECT)));
    } else {
      draft.say("edited.empty", Map.of());
    }
  }
}
