package dev.zhaoshang.conversation.machine;

/**
 * What a flow wants to happen next; the machine says whether it may.
 *
 * @param event name of the machine's event
 */
public record Signal(String event) {

  /** Ask an aspect of a form. */
  public static Signal ask(String form, String aspect) {
    return new Signal("ask." + form + "." + aspect);
  }

  /** Show the summary of the form. */
  public static Signal review() {
    return new Signal("review");
  }

  /** Leave what is under way. */
  public static Signal leave() {
    return new Signal("leave");
  }

  /** Go to a settled state: where the rep was before a turn that is taken back. */
  public static Signal to(String state) {
    return switch (state) {
      case States.IDLE -> leave();
      case States.REVIEW -> review();
      default -> new Signal("ask." + state);
    };
  }

  /** Step aside to one of the states that return. */
  public static Signal interrupt(String state) {
    return new Signal("interrupt." + state);
  }

  /** Return to the state on top of the session's resume stack. */
  public static Signal back(String state) {
    return new Signal("back." + state);
  }
}
