package dev.zhaoshang.command;

import dev.zhaoshang.content.DialogFiles;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.content.Inspection;
import dev.zhaoshang.content.Messages;
import dev.zhaoshang.content.Problem;
import dev.zhaoshang.domain.Language;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code lint [dialogs] [--lang zh|en]}: says all that is off in a folder of dialogs. */
public final class LintCommand implements Command {

  private static final List<Language> BOTH = List.of(Language.ZH, Language.EN);

  private final PrintStream out;
  private final Path workingDirectory;
  private final Dialogs dialogs;

  /**
   * A lint.
   *
   * @param out where it reports
   * @param workingDirectory against which folders are resolved
   * @param dialogs the rules
   */
  public LintCommand(PrintStream out, Path workingDirectory, Dialogs dialogs) {
    this.out = out;
    this.workingDirectory = workingDirectory;
    this.dialogs = dialogs;
  }

  @Override
  public String name() {
    return "lint";
  }

  @Override
  public int run(List<String> arguments) {
    List<String> folders = new ArrayList<>(arguments);
    List<Language> languages = languages(folders);
    boolean usable = folders.size() <= 1 && folders.stream().noneMatch(f -> f.startsWith("-"));
    if (languages.isEmpty() || !usable) {
      out.println(new Messages(BOTH).text("command.usage"));
      return BAD_INPUT;
    }
    Messages messages = new Messages(languages);
    if (folders.isEmpty()) {
      return report(DialogFiles.find(workingDirectory), messages);
    }
    Path folder = workingDirectory.resolve(folders.get(0));
    if (!Files.isDirectory(folder)) {
      out.println(messages.text("command.noFolder", folders.get(0)));
      return BAD_INPUT;
    }
    return report(DialogFiles.in(folder), messages);
  }

  /** Takes {@code --lang} and its value out of the arguments; empty when the value is not known. */
  private static List<Language> languages(List<String> arguments) {
    int option = arguments.indexOf("--lang");
    if (option < 0) {
      return BOTH;
    }
    String value = option + 1 < arguments.size() ? arguments.remove(option + 1) : "";
    arguments.remove(option);
    return switch (value) {
      case "zh" -> List.of(Language.ZH);
      case "en" -> List.of(Language.EN);
      default -> List.of();
    };
  }

  private int report(DialogFiles files, Messages messages) {
    Inspection inspection = dialogs.inspect(files);
    inspection.problems().forEach(problem -> out.println(messages.text(problem)));
    long errors = inspection.problems().stream().filter(Problem::blocks).count();
    long warnings = inspection.problems().size() - errors;
    out.println(messages.text("lint.summary", files.texts().size(), errors, warnings));
    return errors == 0 ? OK : PROBLEMS;
  }
}
