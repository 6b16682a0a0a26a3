package dev.zhaoshang.understanding.text;

/** Brings what was typed into the form in which it is matched, and mends it there. Immutable. */
public final class Mending {

  private final Script script;
  private final EnglishTypos typos = new EnglishTypos();
  private final Homophones homophones = new Homophones();
  private final Dialect dialect = new Dialect();

  /**
   * Takes its words from the lexicon.
   *
   * @param script turns traditional characters into simplified ones
   */
  public Mending(Script script) {
    this.script = script;
  }

  /** A text with typing errors mended, and words of a dialect turned into Mandarin. */
  public Typed of(String text) {
    Typed typed = typos.mend(Typed.of(text, script));
    return typed.mended(dialect.mend(homophones.mend(typed.plain())));
  }
}
