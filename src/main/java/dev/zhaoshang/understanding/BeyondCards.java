package dev.zhaoshang.understanding;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.understanding.beyond.FurtherCards;
import dev.zhaoshang.understanding.field.Asked;
import dev.zhaoshang.understanding.intent.IntentSigns;
import dev.zhaoshang.understanding.text.Script;
import java.util.List;
import java.util.Optional;

/**
 * Hears what the scorer, which knows eight objections, takes for one of them though it is another,
 * and what is taken for an answer though it is none: an objection that no card covers, and what the
 * rep has promised. Immutable.
 */
final class BeyondCards {

  /**
   * Probability from which on a text raises what no card covers: where nothing fired, and where.
   */
  private static final double BEYOND = 0.5;

  private static final double BEYOND_THE_FIRED = 0.65;

  private final ObjectionsBesideFields objections;
  private final IntentSigns signs;
  private final FurtherCards further;

  BeyondCards(
      Content content, Script script, IntentSigns signs, ObjectionsBesideFields objections) {
    this.objections = objections;
    this.signs = signs;
    this.further = new FurtherCards(content, script);
  }

  /**
   * The verdict, given that.
   *
   * @param text as typed
   * @param plain the same as it is searched
   */
  Judgement.Verdict of(String text, String plain, Asked question, Judgement.Verdict verdict) {
    if (question.aspect() != null && verdict.fields().stream().noneMatch(BeyondCards::isFirm)) {
      if (signs.promises(plain) && !signs.complains(plain)) {
        return new Judgement.Verdict(Intent.OTHER, 0.7, List.of(), null, List.of());
      }
      if (verdict.fired().isEmpty() && minds(plain, question, verdict)) {
        return objection(verdict, further.of(plain));
      }
    }
    boolean fired = !verdict.fired().isEmpty();
    if (!fired && verdict.intent() != Intent.OTHER) {
      return verdict;
    }
    boolean told = fired || signs.asksForReply(plain) || signs.reports(plain);
    Optional<String> card = told ? further.of(plain) : Optional.empty();
    double least = fired ? BEYOND_THE_FIRED : BEYOND;
    boolean other = card.isPresent() || objections.beyond(text) > least;
    return other
        ? new Judgement.Verdict(
            Intent.OBJECTION, verdict.confidence(), verdict.fields(), null, card.stream().toList())
        : verdict;
  }

  /** Whether it is such an objection; what is asked for in words of his own may be one too. */
  private boolean minds(String plain, Asked question, Judgement.Verdict verdict) {
    boolean answers =
        verdict.intent() == Intent.ANSWER && question.only("requirements", "wantedScope");
    return !answers && !question.about("similar") && signs.mindsBeyond(plain);
  }

  private static Judgement.Verdict objection(Judgement.Verdict verdict, Optional<String> card) {
    return new Judgement.Verdict(
        Intent.OBJECTION, verdict.confidence(), List.of(), null, card.stream().toList());
  }

  private static boolean isFirm(Found found) {
    return found.value() != null && found.confidence() >= Judgement.FIRM;
  }
}
