package dev.zhaoshang.understanding;

import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.field.Asked;
import dev.zhaoshang.understanding.intent.SkipSigns;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.util.List;

/** What a text tells beside the words that say why no value is given. Immutable. */
final class BesideSkip {

  /** Values this sure answer where words of a skip follow them. */
  private static final double FAIR = 0.8;

  private final SkipSigns skips;
  private final Script script;

  BesideSkip(SkipSigns skips, Script script) {
    this.skips = skips;
    this.script = script;
  }

  /** The values told outside those words; "did not" in them is no zero. */
  List<Found> apart(String plain, List<Found> found) {
    String rest = skips.without(plain);
    return found.stream()
        .filter(f -> f.value() == null || !plain.contains(plain(f)) || stands(f, rest))
        .toList();
  }

  /** Whether its words, or the first item of a list, stand in what is left of the text. */
  private boolean stands(Found found, String rest) {
    return rest.contains(plain(found))
        || (found.value() instanceof Value.Items items
            && rest.contains(Typed.of(items.raw().get(0), script).plain()));
  }

  /** Whether a value is told before those words stand, in a clause of its own. */
  boolean begins(Asked asked, String plain, List<Found> found) {
    return asked.aspect() != null
        && !asked.freeText()
        && found.stream()
            .filter(f -> f.value() != null && f.confidence() >= FAIR)
            .anyMatch(f -> beforeSkip(plain, plain(f)));
  }

  private boolean beforeSkip(String plain, String words) {
    int at = plain.indexOf(words);
    int end = at + words.length();
    return at >= 0
        && end < plain.length()
        && !Character.isLetterOrDigit(plain.charAt(end))
        && skips.why(plain.substring(0, end)).isEmpty();
  }

  private String plain(Found found) {
    return Typed.of(found.words(), script).plain();
  }
}
