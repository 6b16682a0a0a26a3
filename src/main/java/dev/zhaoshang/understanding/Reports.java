package dev.zhaoshang.understanding;

import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.act.ActReader;
import dev.zhaoshang.understanding.act.Heard;
import dev.zhaoshang.understanding.field.Asked;
import dev.zhaoshang.understanding.field.CuedFields;
import dev.zhaoshang.understanding.intent.Corrections;
import dev.zhaoshang.understanding.intent.IntentSigns;
import dev.zhaoshang.understanding.intent.LanguageReader;
import dev.zhaoshang.understanding.text.Typed;
import java.util.List;
import java.util.Optional;

/**
 * Reads answers to the questions of forms of their own, such as a check-in: no objection is raised
 * in a report. Immutable.
 */
final class Reports {

  /**
   * By how much a skip has to be likelier than an answer, in log-odds, where no value is found and
   * where one is: a plan is put in words of a time to come.
   */
  private static final double PASSES = 1;

  private static final double SURELY_PASSES = 5;

  private final CuedFields fields;
  private final ActReader acts;
  private final IntentSigns signs;
  private final Corrections corrections;
  private final LanguageReader languages = new LanguageReader();

  Reports(CuedFields fields, ActReader acts, IntentSigns signs, Corrections corrections) {
    this.fields = fields;
    this.acts = acts;
    this.signs = signs;
    this.corrections = corrections;
  }

  /** Whether that question is one of such a form. */
  boolean reads(Asked question) {
    return fields.reads(question);
  }

  /** The meaning of an answer to it. */
  Meaning read(String text, Typed typed, Asked question) {
    boolean corrects = !question.takes(FieldType.NOTES) && corrections.in(typed.plain());
    List<Found> found = fields.in(corrects ? corrections.withoutOld(typed) : typed, question);
    Optional<FactState> skip = skip(typed.plain(), found.isEmpty());
    Intent answer = corrects ? Intent.CORRECT : Intent.ANSWER;
    return new Meaning(
        skip.isPresent() ? Intent.SKIP : found.isEmpty() ? Intent.OTHER : answer,
        0.9,
        skip.isPresent() ? List.of() : found,
        skip.orElse(null),
        List.of(),
        List.of(),
        null,
        null,
        languages.read(text));
  }

  private Optional<FactState> skip(String plain, boolean nothingFound) {
    if (nothingFound && signs.passes(plain)) {
      return Optional.of(FactState.SKIPPED);
    }
    Heard heard = acts.read(plain);
    return heard.lead() > (nothingFound ? PASSES : SURELY_PASSES) ? heard.skip() : Optional.empty();
  }
}
