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
 * Reads answers to the questions of forms of their own, such as a check-in, and hears where an
 * objection comes up instead. Immutable.
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
  private final ObjectionsBesideFields objections;
  private final RaisedInReports raised;
  private final LanguageReader languages = new LanguageReader();

  Reports(
      CuedFields fields,
      ActReader acts,
      IntentSigns signs,
      Corrections corrections,
      ObjectionsBesideFields objections) {
    this.objections = objections;
    this.raised = new RaisedInReports(signs);
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
    List<Meaning.Scored> ranked =
        raised.hears(typed.plain()) ? objections.rank(text, List.of()) : List.of();
    if (raised.raises(typed.plain(), question, found, ranked)) {
      return objection(text, raised.kept(question, found), ranked);
    }
    if (signs.asksForReply(typed.plain()) || raised.raisesBeyond(typed.plain(), question, found)) {
      return objection(text, List.of(), List.of());
    }
    Optional<FactState> skip = skip(typed.plain(), found.isEmpty());
    Intent answer = corrects ? Intent.CORRECT : Intent.ANSWER;
    return new Meaning(
        skip.isPresent() ? Intent.SKIP : found.isEmpty() ? Intent.OTHER : answer,
        0.9,
        skip.isPresent() ? List.of() : found,
        skip.orElse(null),
        List.of(),
        ranked,
        null,
        null,
        languages.read(text));
  }

  /** One of those ranked; one that no card covers where none is. */
  private Meaning objection(String text, List<Found> kept, List<Meaning.Scored> ranked) {
    double least = ranked.isEmpty() ? 1 : Judgement.ALSO * ranked.get(0).score();
    List<String> fired =
        ranked.stream().filter(one -> one.score() >= least).map(Meaning.Scored::objection).toList();
    return new Meaning(
        Intent.OBJECTION,
        ranked.isEmpty() ? 0.6 : ranked.get(0).score(),
        kept,
        null,
        fired,
        ranked,
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
