package dev.zhaoshang.store.embedded;

import dev.zhaoshang.store.embedded.UnusableStoreException.Trouble;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder of the embedded store, and what lies in it beside the data. */
final class DataDirectory {

  /** Name of the file with the data. */
  static final String FILE = "store.mv";

  /** Where the process that has the store open can be reached. */
  private static final String ADDRESS = "server-address";

  /** Where the last backup is. */
  private static final String LAST_BACKUP = "last-backup";

  /** Beginning of the names of folders with damaged files. */
  private static final String DAMAGED = "damaged-";

  private final Path path;

  DataDirectory(Path path) {
    this.path = path;
  }

  /** Makes it where there is none. */
  void create() {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw notWritable(path, e);
    }
  }

  Path path() {
    return path;
  }

  Path file() {
    return path.resolve(FILE);
  }

  /** Refuses to begin anew where damaged data was set aside and nothing came in its place. */
  void requireNothingSetAside() {
    if (!Files.exists(file()) && Files.isDirectory(path)) {
      for (Path aside : list(DAMAGED + "*")) {
        throw damaged(aside, null);
      }
    }
  }

  /** Copies a damaged file to a folder named for the time of its last write; says which. */
  Path keep(Path damaged) {
    try {
      Path aside = folderFor(damaged);
      Files.copy(damaged, aside.resolve(damaged.getFileName()));
      return aside;
    } catch (IOException e) {
      throw notWritable(path, e);
    }
  }

  private Path folderFor(Path damaged) throws IOException {
    String time =
        Files.getLastModifiedTime(damaged).toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    Path aside = path.resolve(DAMAGED + time.replace(':', '-'));
    for (int n = 2; Files.exists(aside); n++) {
      aside = path.resolve(DAMAGED + time.replace(':', '-') + "-" + n);
    }
    return Files.createDirectory(aside);
  }

  /** Moves the data to a folder named for the time of its last write; says where it is. */
  UnusableStoreException setAside(Throwable cause) {
    try {
      Path aside = folderFor(file());
      for (Path journal : list(WriteAhead.FILE + "*")) {
        Files.move(journal, aside.resolve(journal.getFileName()));
      }
      // last: as long as it is here, it is looked at again
      Files.move(file(), aside.resolve(FILE));
      return damaged(aside, cause);
    } catch (IOException e) {
      return notWritable(path, e);
    }
  }

  private List<Path> list(String names) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, names)) {
      files.forEach(found::add);
    } catch (IOException e) {
      throw notWritable(path, e);
    }
    return found;
  }

  private UnusableStoreException damaged(Path aside, @Nullable Throwable cause) {
    String backup = read(LAST_BACKUP);
    String reason = cause == null ? "" : " (" + cause.getMessage() + ")";
    String message =
        "The data is damaged"
            + reason
            + ". It was moved to "
            + aside.toAbsolutePath()
            + "; nothing of it was deleted. Restore a backup"
            + (backup == null ? "" : ", the last one is " + backup)
            + ", or move that folder elsewhere to begin with nothing.";
    return new UnusableStoreException(Trouble.DAMAGED, aside, message, backup, cause);
  }

  static UnusableStoreException notWritable(Path place, Throwable cause) {
    Throwable reason = cause;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    String message =
        place.toAbsolutePath()
            + " cannot be written: "
            + reason
            + ". Make room or give write permission, and start again; what was acknowledged is kept.";
    return new UnusableStoreException(Trouble.NOT_WRITABLE, place, message, cause);
  }

  UnusableStoreException inUse(@Nullable Throwable cause) {
    String message =
        "Another process has "
            + file().toAbsolutePath()
            + " open. Stop it, or start this one with another data directory.";
    return new UnusableStoreException(Trouble.IN_USE, file(), message, cause);
  }

  /** Where the process that has it open can be reached; null when it does not say. */
  @Nullable String address() {
    return read(ADDRESS);
  }

  void noteAddress(String uri) {
    write(ADDRESS, uri);
  }

  void forgetAddress() {
    try {
      Files.deleteIfExists(path.resolve(ADDRESS));
    } catch (IOException e) {
      throw notWritable(path, e);
    }
  }

  void noteBackup(Path backup) {
    write(LAST_BACKUP, backup.toAbsolutePath().normalize().toString());
  }

  private @Nullable String read(String name) {
    try {
      return Files.exists(path.resolve(name)) ? Files.readString(path.resolve(name)) : null;
    } catch (IOException e) {
      return null;
    }
  }

  private void write(String name, String text) {
    try {
      Files.writeString(path.resolve(name), text);
    } catch (IOException e) {
      throw notWritable(path, e);
    }
  }
}
