package dev.zhaoshang.command;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Messages;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.understanding.act.ActLearner;
import dev.zhaoshang.understanding.objection.ObjectionLearner;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code learn CLASSES}: learns the examples of the dialogs and keeps that among the classes, so
 * that the program that is packaged of them need not at each start. A step of the build.
 */
public final class LearnCommand implements Command {

  private final PrintStream out;
  private final Path workingDirectory;
  private final Supplier<Content> content;

  /**
   * A step of the build.
   *
   * @param out where it says how it is used
   * @param workingDirectory against which the folder of classes is resolved
   * @param content with the examples
   */
  public LearnCommand(PrintStream out, Path workingDirectory, Supplier<Content> content) {
    this.out = out;
    this.workingDirectory = workingDirectory;
    this.content = content;
  }

  @Override
  public String name() {
    return "learn";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.size() != 1) {
      out.println(new Messages(List.of(Language.ZH, Language.EN)).text("learn.usage"));
      return BAD_INPUT;
    }
    try {
      Content now = content.get();
      Path classes = workingDirectory.resolve(arguments.get(0));
      ObjectionLearner.keep(now, classes);
      ActLearner.keep(now, classes);
      return OK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
