package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Checklist.Item;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.understanding.checklist.AnswerWords;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What may not be passed over is not ticked by words that tell nothing either (domain, trips:
 * others are asked before a first visit): it takes who was asked, and what was said.
 */
final class MustAnswers {

  /** The item that asks for somebody. */
  private static final String WHO = "whoAsked";

  private static final AnswerWords WORDS = new AnswerWords(Lexicon.load());

  private final Draft draft;

  MustAnswers(Draft draft) {
    this.draft = draft;
  }

  /** Why an answer does not tick an item, in words; empty when it does. */
  Optional<String> refusal(Item item, String answer) {
    if (!item.must() || !item.answer()) {
      return Optional.empty();
    }
    if (item.id().equals(WHO) && (WORDS.nameNobody(answer) || isStep(answer))) {
      return Optional.of(draft.text("checklist.who", Map.of("words", answer)));
    }
    if (WORDS.tellNothing(answer) || isStep(answer)) {
      return Optional.of(draft.text("checklist.untold", Map.of("words", answer)));
    }
    ContractTerms terms = new ContractTerms(draft);
    return terms.flaw(item.id(), answer).map(terms::line);
  }

  /** Whether it is the label of a step: somebody wants to go on. */
  private boolean isStep(String answer) {
    String words = answer.strip();
    return Arrays.stream(Stage.values())
        .map(stage -> "did." + stage.id())
        .filter(draft.content().replies()::containsKey)
        .anyMatch(
            id ->
                Arrays.stream(Language.values())
                    .anyMatch(in -> draft.content().say(id, in).equalsIgnoreCase(words)));
  }
}
