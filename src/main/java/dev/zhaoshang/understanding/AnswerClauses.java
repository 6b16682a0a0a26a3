package dev.zhaoshang.understanding;

import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.act.ActReader;
import dev.zhaoshang.understanding.act.Heard;
import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.ClauseSegmenter;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.Typed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a text tells in those of its clauses that answer. Immutable. */
final class AnswerClauses {

  /** By how much a skip has to be likelier than an answer in a clause among others, in log-odds. */
  private static final double PASSES = 1.5;

  /** The same where it is all that the text says. */
  private static final double SURELY = 3;

  private static final Pattern NUMBER = Pattern.compile("[\\d-]{6,}");

  private final ActReader acts;
  private final ClauseSegmenter segmenter;
  private final Script script;

  AnswerClauses(ActReader acts, ClauseSegmenter segmenter, Script script) {
    this.acts = acts;
    this.segmenter = segmenter;
    this.script = script;
  }

  /** Without the values in clauses that say why none is given; free words end before those. */
  List<Found> of(String plain, List<Found> found) {
    if (found.stream().allMatch(f -> f.value() == null || isNumber(f))) {
      return found;
    }
    List<Clause> clauses = segmenter.clauses(plain);
    double least = clauses.size() > 1 ? PASSES : SURELY;
    Map<Clause, Boolean> heard = new HashMap<>();
    return found.stream()
        .filter(
            f ->
                f.value() == null
                    || isNumber(f)
                    || clauses.stream()
                        .filter(clause -> within(plain, clause.span(), f))
                        .noneMatch(clause -> heard.computeIfAbsent(clause, c -> passes(c, least))))
        .map(f -> isFreeText(f) ? trimmed(f) : f)
        .toList();
  }

  private boolean passes(Clause clause, double least) {
    Heard heard = acts.read(clause.plain());
    return heard.skip().isPresent() && heard.lead() > least;
  }

  private static boolean isFreeText(Found found) {
    return found.value() instanceof Value.Text text && text.raw().equals(found.words());
  }

  /** What was dialled or mailed to was told, whatever is said beside it. */
  private static boolean isNumber(Found found) {
    return found.value() instanceof Value.Text text && NUMBER.matcher(text.raw()).matches();
  }

  private boolean within(String plain, Span clause, Found found) {
    String words = Typed.of(found.words(), script).plain();
    int at = plain.indexOf(words);
    return at >= 0 && clause.contains(new Span(at, at + words.length()));
  }

  private Found trimmed(Found found) {
    Typed words = Typed.of(found.words(), script);
    List<Clause> clauses = segmenter.clauses(words.plain());
    List<Clause> answering =
        clauses.size() < 2
            ? clauses
            : clauses.stream().filter(clause -> !passes(clause, PASSES)).toList();
    if (answering.isEmpty() || answering.size() == clauses.size()) {
      return found;
    }
    Span told =
        new Span(answering.get(0).span().from(), answering.get(answering.size() - 1).span().to());
    String typed = words.words(told);
    return new Found(
        found.field(),
        new Value.Text(typed),
        typed,
        found.codes(),
        found.confidence(),
        found.problem());
  }
}
