package dev.zhaoshang.command;

import dev.zhaoshang.content.Messages;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.store.StoreUnavailableException;
import dev.zhaoshang.store.mongo.Backup;
import dev.zhaoshang.store.mongo.BackupException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** {@code backup FILE}: writes all data to a file, also while the program runs. */
public final class BackupCommand implements Command {

  private final PrintStream out;
  private final Path workingDirectory;
  private final Backup backup;
  private final InstantSource clock;
  private final Messages messages = new Messages(List.of(Language.ZH, Language.EN));

  /**
   * The command.
   *
   * @param out where it reports
   * @param workingDirectory against which the file is resolved
   * @param backup of the store that the program uses
   * @param clock when it is made
   */
  public BackupCommand(PrintStream out, Path workingDirectory, Backup backup, InstantSource clock) {
    this.out = out;
    this.workingDirectory = workingDirectory;
    this.backup = backup;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.size() != 1 || arguments.get(0).startsWith("-")) {
      out.println(messages.text("backup.usage"));
      return BAD_INPUT;
    }
    String name = arguments.get(0);
    try {
      Map<String, Long> counts = backup.write(workingDirectory.resolve(name), clock.instant());
      out.println(messages.text("backup.done", DocumentCounts.all(counts), name));
      out.println(DocumentCounts.each(counts));
      return OK;
    } catch (FileAlreadyExistsException e) {
      out.println(messages.text("backup.exists", name));
    } catch (BackupException e) {
      out.println(messages.text("backup.noData", String.valueOf(e.getMessage())));
    } catch (IOException e) {
      out.println(messages.text("backup.file", name, String.valueOf(e)));
    } catch (StoreUnavailableException | IllegalStateException e) {
      out.println(messages.text("backup.store", String.valueOf(e.getMessage())));
    }
    return BAD_INPUT;
  }
}
