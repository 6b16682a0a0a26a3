package dev.zhaoshang.understanding.checklist;

import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.util.regex.Pattern;

/**
 * Tells an answer from words that tell nothing, and a term of a contract from its absence.
 * Immutable.
 */
public final class AnswerWords {

  private final Script script = new HanlpScript();
  private final Pattern mark;
  private final Pattern empty;
  private final Pattern nobody;
  private final Pattern none;
  private final Pattern postponed;
  private final Pattern counted;

  /** Takes its patterns from the lexicon. */
  public AnswerWords(Lexicon lexicon) {
    mark = lexicon.pattern("answer.mark");
    empty = lexicon.pattern("answer.empty");
    nobody = lexicon.pattern("answer.nobody");
    none = lexicon.pattern("term.none");
    postponed = lexicon.pattern("term.postponed");
    counted = lexicon.pattern("term.counted");
  }

  /** Whether a text is an empty word, a bare number, a denial or something put off. */
  public boolean tellNothing(String text) {
    return empty.matcher(bare(text)).matches();
  }

  /** Whether a text does not say who was asked. */
  public boolean nameNobody(String text) {
    return tellNothing(text) || nobody.matcher(bare(text)).matches();
  }

  /** Whether a text says that a term is not set, or leaves it for later. */
  public boolean leaveOpen(String text) {
    String words = bare(text);
    return tellNothing(text) || none.matcher(words).find() || postponed.matcher(words).find();
  }

  /** Whether a text has a number of something. */
  public boolean count(String text) {
    return counted.matcher(bare(text)).find();
  }

  /** The words in their normal form, marks between them as blanks. */
  private String bare(String text) {
    String plain = Typed.of(text.strip(), script).plain();
    return mark.matcher(plain).replaceAll(" ").replaceAll(" +", " ").strip();
  }
}
