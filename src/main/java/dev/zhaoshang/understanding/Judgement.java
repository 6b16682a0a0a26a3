package dev.zhaoshang.understanding;

import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.field.Asked;
import dev.zhaoshang.understanding.intent.IntentSigns;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Weighs the fields found, the objections scored and the wording, and says what the rep wants. */
final class Judgement {

  /** What was decided. */
  record Verdict(
      Intent intent,
      double confidence,
      List<Found> fields,
      @Nullable FactState skip,
      List<String> fired) {}

  /** Typed values this sure say that a text answers; free words are weaker evidence. */
  private static final double FIRM = 0.85;

  private static final double AGAINST_FIRM_FIELD = 0.2;
  private static final double AGAINST_FREE_TEXT = 0.3;

  private final IntentSigns signs;
  private final double sure;

  Judgement(IntentSigns signs, double sure) {
    this.signs = signs;
    this.sure = sure;
  }

  Verdict of(String plain, Asked asked, List<Found> found, List<Meaning.Scored> ranked) {
    boolean stated = found.stream().anyMatch(f -> f.value() != null);
    boolean firm = found.stream().anyMatch(f -> f.value() != null && f.confidence() >= FIRM);
    if (signs.corrects(plain) && stated && !signs.asks(plain)) {
      return new Verdict(Intent.CORRECT, 0.9, found, null, List.of());
    }
    Optional<FactState> skip = signs.skips(plain);
    List<String> fired = fired(plain, asked, firm, ranked);
    if (!fired.isEmpty() && !(skip.isPresent() && signs.skipShare(plain) > 0.6)) {
      return new Verdict(
          Intent.OBJECTION, ranked.get(0).score(), firm ? firm(found) : List.of(), null, fired);
    }
    if (skip.isPresent() && !firm) {
      return new Verdict(Intent.SKIP, 0.9, List.of(), skip.get(), List.of());
    }
    boolean aside = signs.asks(plain) || signs.tells(plain) || signs.chats(plain);
    if ((aside && !(firm && signs.chats(plain))) || found.isEmpty()) {
      return new Verdict(Intent.OTHER, found.isEmpty() ? 0.6 : 0.8, List.of(), null, List.of());
    }
    return new Verdict(Intent.ANSWER, firm ? 0.95 : 0.8, found, null, List.of());
  }

  private static List<Found> firm(List<Found> found) {
    return found.stream().filter(f -> f.value() != null && f.confidence() >= FIRM).toList();
  }

  /** Objections sure enough, given that fields found speak against them. */
  private List<String> fired(String plain, Asked asked, boolean firm, List<Meaning.Scored> ranked) {
    boolean ofUs = signs.speaksOfUs(plain) || signs.asksForReply(plain);
    if (asked.freeText() && !ofUs && complaintAnswers(asked)) {
      return List.of();
    }
    double bar = sure + (firm ? AGAINST_FIRM_FIELD : 0);
    bar += asked.freeText() && !ofUs ? AGAINST_FREE_TEXT : 0;
    double least = Math.min(bar, 0.97);
    return ranked.stream().filter(s -> s.score() >= least).map(Meaning.Scored::objection).toList();
  }

  /** Fields whose values are complaints by nature. */
  private static boolean complaintAnswers(Asked asked) {
    return asked.only("similarStopReason", "similarProblems", "marketFeedback");
  }
}
