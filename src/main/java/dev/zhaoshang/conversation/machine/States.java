package dev.zhaoshang.conversation.machine;

/** Ids of the machine's states. */
public final class States {

  /** Nothing is under way. */
  public static final String IDLE = "idle";

  /** A form is filled and its summary shown. */
  public static final String REVIEW = "review";

  /** A card against an objection is shown; returns to where the rep was. */
  public static final String COACHING = "coaching";

  /** It is asked which objection was meant; returns to where the rep was. */
  public static final String CHOOSING = "choosing";

  /** Two distributors may be one; returns to where the rep was. */
  public static final String MERGING = "merging";

  /** It is asked to when something to do is moved, or why; returns to where the rep was. */
  public static final String MOVING = "moving";

  /** A checklist is gone through; returns to where the rep was, and can itself be interrupted. */
  public static final String CHECKLIST = "checklist";

  /** It is asked why; the next text is the reason. Returns to where the rep was. */
  public static final String REASON = "reason";

  /** A decision was made and may be commented; returns to where the superior was. */
  public static final String COMMENTING = "commenting";

  /** An objection is practised; returns to where the rep was, and can itself be interrupted. */
  public static final String PRACTICE = "practice";

  private States() {}

  /** The state in which an aspect of a form is asked. */
  public static String aspect(String form, String aspect) {
    return form + "." + aspect;
  }
}
