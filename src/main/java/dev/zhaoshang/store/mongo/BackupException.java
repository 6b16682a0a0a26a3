package dev.zhaoshang.store.mongo;

/** A backup cannot be made, or not be restored; nothing was changed. */
public final class BackupException extends RuntimeException {

  private final Problem problem;

  BackupException(Problem problem, String detail) {
    super(detail);
    this.problem = problem;
  }

  /** What stands in the way. */
  public enum Problem {
    /** There is no data to make a backup of. */
    NO_DATA,
    /** The file is no backup, or is cut short or damaged. */
    UNREADABLE,
    /** A later version of the program made the backup. */
    LATER,
    /** There is data where the backup is to be restored to. */
    NOT_EMPTY
  }

  /** What stands in the way; the message has the detail, such as a place in the file. */
  public Problem problem() {
    return problem;
  }
}
