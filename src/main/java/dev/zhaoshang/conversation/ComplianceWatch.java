package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Compliance;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.SafetyNote;
import dev.zhaoshang.understanding.compliance.ComplianceReader;
import dev.zhaoshang.understanding.compliance.ComplianceReader.Hit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at every note and promise that a rep types. What may not be said is answered with the rule
 * and with what may be said; what was typed is recorded all the same. Words of an adverse drug
 * reaction become a note for the safety department.
 */
final class ComplianceWatch {

  /** Commands whose words look something up and tell nothing. */
  private static final Set<Command> LOOKUPS =
      Set.of(Command.OBJECTION, Command.SEARCH, Command.SWITCH, Command.PROFIT, Command.RATE);

  /** Nobody reads more warnings than this in a call. */
  private static final int MOST = 2;

  private final Draft draft;

  ComplianceWatch(Draft draft) {
    this.draft = draft;
  }

  /** Whether the text is one that tells something; in practice the verdict cites the rules. */
  private boolean tells() {
    if (draft.in().session().position().state().equals(States.PRACTICE)) {
      return false;
    }
    Meaning meaning = draft.in().meaning();
    Command command = meaning == null ? null : meaning.command();
    return command == null || !LOOKUPS.contains(command);
  }

  /** Answers what was typed. */
  void typed() {
    if (!tells()) {
      return;
    }
    List<Hit> hits = hits();
    hits.stream()
        .filter(hit -> hit.rule().kind() != Compliance.Kind.SAFETY)
        .limit(MOST)
        .forEach(this::warn);
    safety(hits);
  }

  /** Notes what a forwarded message of a customer tells of an adverse drug reaction. */
  void forwarded() {
    safety(hits());
  }

  private List<Hit> hits() {
    String text = Typed.clean(draft.in().entry().body().text());
    return text.isEmpty() || text.length() > Typed.READ_AT_MOST
        ? List.of()
        : new ComplianceReader(draft.content().compliance()).read(text);
  }

  private void warn(Hit hit) {
    var language = draft.language();
    draft.say(
        "compliance",
        Map.of(
            "words", hit.words(),
            "title", hit.rule().title().in(language),
            "basis", hit.rule().basis().in(language),
            "instead", hit.rule().instead().in(language),
            "counsel", draft.content().compliance().counsel().in(language)));
  }

  private void safety(List<Hit> hits) {
    hits.stream()
        .filter(hit -> hit.rule().kind() == Compliance.Kind.SAFETY)
        .findFirst()
        .ifPresent(
            hit -> {
              draft.put(
                  Ledger.COMPANY,
                  new SafetyNote(
                      Ids.of(draft.turn() + "#safety", 0),
                      draft.in().session().rep(),
                      draft.distributor(),
                      draft.in().now(),
                      draft.in().entry().body().text(),
                      false));
              draft.say(
                  "safety",
                  Map.of(
                      "words", hit.words(),
                      "basis", hit.rule().basis().in(draft.language()),
                      "instead", hit.rule().instead().in(draft.language())));
            });
  }
}
