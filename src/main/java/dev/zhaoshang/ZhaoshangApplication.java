package dev.zhaoshang;

import dev.zhaoshang.command.Commands;
import dev.zhaoshang.command.LintCommand;
import dev.zhaoshang.content.Dialogs;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the assistant, or runs a command of the terminal. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ZhaoshangApplication {

  /** Runs the command that the first argument names; without one, the application. */
  public static void main(String[] args) {
    // A terminal without a locale would otherwise turn Chinese into question marks.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    OptionalInt exitCode = commands(out, Path.of("")).run(List.of(args));
    if (exitCode.isPresent()) {
      System.exit(exitCode.getAsInt());
    }
    SpringApplication.run(ZhaoshangApplication.class, args);
  }

  private static Commands commands(PrintStream out, Path workingDirectory) {
    return new Commands(List.of(new LintCommand(out, workingDirectory, new Dialogs(Set.of()))));
  }
}
