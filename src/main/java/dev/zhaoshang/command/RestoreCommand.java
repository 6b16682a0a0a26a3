package dev.zhaoshang.command;

import dev.zhaoshang.content.Messages;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.store.StoreUnavailableException;
import dev.zhaoshang.store.mongo.BackupException;
import dev.zhaoshang.store.mongo.Restore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code restore FILE}: brings a backup into an empty store, while the program is stopped. */
public final class RestoreCommand implements Command {

  private final PrintStream out;
  private final Path workingDirectory;
  private final Restore restore;
  private final Messages messages = new Messages(List.of(Language.ZH, Language.EN));

  /**
   * The command.
   *
   * @param out where it reports
   * @param workingDirectory against which the file is resolved
   * @param restore into the store that the program uses
   */
  public RestoreCommand(PrintStream out, Path workingDirectory, Restore restore) {
    this.out = out;
    this.workingDirectory = workingDirectory;
    this.restore = restore;
  }

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.size() != 1 || arguments.get(0).startsWith("-")) {
      out.println(messages.text("restore.usage"));
      return BAD_INPUT;
    }
    String name = arguments.get(0);
    try {
      Map<String, Long> counts = restore.from(workingDirectory.resolve(name));
      out.println(messages.text("restore.done", DocumentCounts.all(counts), name));
      out.println(DocumentCounts.each(counts));
      return OK;
    } catch (BackupException e) {
      String detail = String.valueOf(e.getMessage());
      out.println(messages.text("restore." + e.problem().name(), name, detail));
    } catch (IOException e) {
      out.println(messages.text("restore.file", name, String.valueOf(e)));
    } catch (StoreUnavailableException | IllegalStateException e) {
      out.println(messages.text("restore.store", String.valueOf(e.getMessage())));
    }
    return BAD_INPUT;
  }
}
