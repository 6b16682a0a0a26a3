package dev.zhaoshang.understanding.act;

/** Hears whether a line answers, passes, or is about something else. Immutable. */
public final class ActReader {

  private final Acts acts;

  ActReader(Acts acts) {
    this.acts = acts;
  }

  /** What a line does, taken as an answer to a question. */
  public Heard read(String text) {
    return acts.hear(text);
  }
}
