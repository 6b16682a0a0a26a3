package dev.zhaoshang.understanding.checklist;

import dev.zhaoshang.domain.AssessmentScore.Decision;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what is typed to decide on an assessment. Immutable. */
public final class DecisionWords {

  private final Script script = new HanlpScript();
  private final Pattern again;
  private final Pattern wait;
  private final Pattern no;
  private final Pattern agreed;

  /** Takes its patterns from the lexicon. */
  public DecisionWords(Lexicon lexicon) {
    again = lexicon.pattern("decision.again");
    wait = lexicon.pattern("decision.wait");
    no = lexicon.pattern("decision.no");
    agreed = lexicon.pattern("decision.agreed");
  }

  /**
   * The decision that a text is, and is no more than.
   *
   * @param suggested what the score suggests, which may be agreed to
   */
  public Optional<Decision> decision(String text, Decision suggested) {
    String plain = Typed.of(text.strip(), script).plain().replaceAll("[\\s,.!\u3002]+$", "");
    if (again.matcher(plain).matches()) {
      return Optional.of(Decision.SECOND_VISIT);
    }
    if (wait.matcher(plain).matches()) {
      return Optional.of(Decision.WAIT);
    }
    if (no.matcher(plain).matches()) {
      return Optional.of(Decision.NO);
    }
    return agreed.matcher(plain).matches() ? Optional.of(suggested) : Optional.empty();
  }
}
