package dev.zhaoshang.content;

import java.util.Locale;

/** What a line does after a question: its dialogue act. */
public enum Act {
  /** It tells what was asked. */
  ANSWER,
  /** Nobody found out. */
  UNKNOWN,
  /** The distributor would not tell. */
  REFUSED,
  /** It is told, asked or filled in another time. */
  LATER,
  /** It is about something else. */
  ASIDE;

  /** As in acts.yml. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
