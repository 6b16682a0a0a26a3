package dev.zhaoshang.store.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The embedded store cannot be used as it is; nothing that was acknowledged was changed. */
public final class UnusableStoreException extends IllegalStateException {

  private final Trouble trouble;
  private final Path place;
  private final @Nullable String backup;

  UnusableStoreException(
      Trouble trouble,
      Path place,
      String message,
      @Nullable String backup,
      @Nullable Throwable cause) {
    super(message, cause);
    this.trouble = trouble;
    this.place = place.toAbsolutePath().normalize();
    this.backup = backup;
  }

  /** Without a backup that would help. */
  UnusableStoreException(Trouble trouble, Path place, String message, @Nullable Throwable cause) {
    this(trouble, place, message, null, cause);
  }

  /** What is wrong. */
  public enum Trouble {
    /** Another process has it open. */
    IN_USE,
    /** Its file is damaged, and was moved to the place just now or at an earlier start. */
    DAMAGED,
    /** The place cannot be written: it is read-only, or the disk is full or fails. */
    NOT_WRITABLE
  }

  /** What is wrong. */
  public Trouble trouble() {
    return trouble;
  }

  /** Where. */
  public Path place() {
    return place;
  }

  /** The file of the last backup, as far as it is known; null for none. */
  public @Nullable String backup() {
    return backup;
  }
}
