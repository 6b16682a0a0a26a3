package dev.zhaoshang.content;

/**
 * The rules that dialogs/ keeps. Each has a code, whose messages stand in {@code
 * messages_*.properties} under {@code lint.<code>}, and a broken and a fixed sample among the
 * tests.
 */
public enum Rule {
  /** The file is not YAML. */
  SYNTAX("D01"),
  /** A map has a key twice. */
  DUPLICATE_KEY("D02"),
  /** An alias or a merge key, which hide where a text comes from. */
  ALIAS("D03"),
  /** A tab in the indentation. */
  TAB("D04"),
  /** A character that cannot be seen, or the mark of a broken encoding. */
  CONTROL_CHARACTER("D05"),
  /** A file without content. */
  EMPTY_FILE("D06"),
  /** A file that nothing reads. */
  UNKNOWN_FILE("D07"),
  /** A file that must be there. */
  MISSING_FILE("D08"),
  /** A key that its place does not know. */
  UNKNOWN_KEY("D09"),
  /** A key that must be there. */
  MISSING_KEY("D10"),
  /** A text where a list or map is expected, or the other way round. */
  WRONG_KIND("D11"),
  /** A text in one language only. */
  MISSING_LANGUAGE("D12"),
  /** A text or list without content. */
  EMPTY("D13"),
  /** A word that is none of the allowed ones. */
  UNKNOWN_WORD("D14"),
  /** Something else than a whole number. */
  NOT_A_NUMBER("D15"),
  /** An id that is not camelCase, or has a dot. */
  BAD_ID("D16"),
  /** An id that is taken. */
  DUPLICATE_ID("D17"),
  /** A choice field with fewer than two choices, or choices on another field. */
  CHOICES("D18"),
  /** A word that two choices of a field claim. */
  SHARED_CHOICE_WORD("D19"),
  /** A condition on a field that the form lacks. */
  WHEN_FIELD("D20"),
  /** A condition on a value that the other field cannot have. */
  WHEN_VALUE("D21"),
  /** An aspect without a core field, which would never be asked. */
  NO_CORE_FIELD("D22"),
  /** An example whose value the field cannot have. */
  EXAMPLE_VALUE("D23"),
  /** A second question that is the first one again. */
  SAME_RETRY("D24"),
  /** A button's label that is too long for a phone. */
  LONG_LABEL("D25"),
  /** One of the eight objections has no card. */
  MISSING_OBJECTION("D26"),
  /** Something else than the eight objections, where one of them has to be named. */
  UNKNOWN_OBJECTION("D27"),
  /** A sentence that cannot be said in one breath. */
  LONG_SAY("D28"),
  /** A card with fewer than four answers. */
  FEW_ANSWERS("D29"),
  /** A placeholder in one language only. */
  PLACEHOLDER("D30"),
  /** A placeholder in a text that is said as it stands. */
  UNFILLED_PLACEHOLDER("D31"),
  /** One utterance taught as two things. */
  SHARED_EXAMPLE("D32", Severity.WARNING),
  /** A reply that the program says and that has no text. */
  MISSING_REPLY("D33"),
  /** A command that the program does not have. */
  UNKNOWN_COMMAND("D34"),
  /** A word that gives two commands. */
  SHARED_COMMAND_WORD("D35"),
  /** Chinese in an English text. */
  UNTRANSLATED("D36", Severity.WARNING),
  /** Something else than an amount. */
  NOT_AN_AMOUNT("D37"),
  /** A sentence offered for saying that breaks a rule of compliance.yml. */
  UNLAWFUL("D38"),
  /**
   * A sample of a rule of compliance.yml that it does not catch, or a harmless one that it does.
   */
  RULE_SAMPLE("D39"),
  /** An id that the file does not have. */
  UNKNOWN_REFERENCE("D40"),
  /** A sample of practice.yml that its words do not treat as it says. */
  PRACTICE_SAMPLE("D41"),
  /** Something else than a time of day. */
  NOT_A_TIME("D42"),
  /** A time zone that does not exist. */
  UNKNOWN_ZONE("D43"),
  /** A time at which the assistant speaks unasked, within the quiet hours. */
  IN_QUIET_HOURS("D44");

  /** Whether a broken rule keeps the content out. */
  public enum Severity {
    /** The content is refused. */
    ERROR,
    /** The content is taken. */
    WARNING
  }

  private final String code;
  private final Severity severity;

  Rule(String code) {
    this(code, Severity.ERROR);
  }

  Rule(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** Its code, {@code D01} and so on. */
  public String code() {
    return code;
  }

  /** Whether it keeps the content out. */
  public Severity severity() {
    return severity;
  }
}
