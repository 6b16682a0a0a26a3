package dev.zhaoshang.bench;

/** Kinds of message, with their share of the load. */
enum Kind {
  BUTTON(20, "button of the last reply"),
  BARE(20, "bare answer to the question"),
  SEVERAL_FIELDS(18, "several fields in one line"),
  NEW_DISTRIBUTOR(10, "a new distributor in one line"),
  OBJECTION(14, "objection"),
  OBJECTION_AND_FIELD(6, "objection and a field"),
  CORRECTION(5, "correction"),
  ENGLISH(4, "English"),
  SMALL_TALK(3, "greeting, chat, command");

  private final int percent;
  private final String label;

  Kind(int percent, String label) {
    this.percent = percent;
    this.label = label;
  }

  /** Share of all messages, in percent. */
  int percent() {
    return percent;
  }

  /** Whether nothing has to be understood but which choice was meant. */
  boolean isBare() {
    return this == BUTTON || this == BARE;
  }

  String label() {
    return label;
  }

  /**
   * The kind that a throw of the dice falls on.
   *
   * @param dice 0 to 99
   */
  static Kind of(int dice) {
    int left = dice;
    for (Kind kind : values()) {
      left -= kind.percent;
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalArgumentException("Not a percentage: " + dice);
  }
}
