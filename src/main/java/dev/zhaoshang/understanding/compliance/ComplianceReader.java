package dev.zhaoshang.understanding.compliance;

import dev.zhaoshang.content.Compliance;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.util.List;

/**
 * Finds in what a rep typed the words that break a rule of compliance.yml, in either script and any
 * width. What is denied or forbidden in the same clause is no hit.
 */
public final class ComplianceReader {

  private final Compliance compliance;
  private final Script script = new HanlpScript();

  /** Reads by these rules. */
  public ComplianceReader(Compliance compliance) {
    this.compliance = compliance;
  }

  /**
   * A place that breaks a rule.
   *
   * @param rule that is broken; it has the basis and what may be said instead
   * @param words that break it, as typed
   */
  public record Hit(Compliance.Rule rule, String words) {}

  /** The places that break a rule, at most one a rule, in the order of the text. */
  public List<Hit> read(String text) {
    Typed typed = Typed.of(text, script);
    return compliance.find(typed.plain()).stream()
        .map(hit -> new Hit(hit.rule(), typed.words(hit.from(), hit.to())))
        .toList();
  }
}
