package dev.zhaoshang;

import dev.zhaoshang.command.Assistant;
import dev.zhaoshang.command.BackupCommand;
import dev.zhaoshang.command.Commands;
import dev.zhaoshang.command.CustomersCommand;
import dev.zhaoshang.command.EvaluateCommand;
import dev.zhaoshang.command.LearnCommand;
import dev.zhaoshang.command.LintCommand;
import dev.zhaoshang.command.RestoreCommand;
import dev.zhaoshang.command.TalkCommand;
import dev.zhaoshang.content.DialogFiles;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.store.mongo.Backup;
import dev.zhaoshang.store.mongo.MongoStore;
import dev.zhaoshang.store.mongo.Restore;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the assistant, or runs a command of the terminal. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ZhaoshangApplication {

  private static final Duration KEEP_INBOX = Duration.ofDays(14);

  /** Runs the command that the first argument names; without one, the application. */
  public static void main(String[] args) {
    // A terminal without a locale would otherwise turn Chinese into question marks.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream errors =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    OptionalInt exitCode =
        args.length == 0
            ? OptionalInt.empty()
            : commands(out, errors, Path.of("")).run(List.of(args));
    if (exitCode.isPresent()) {
      System.exit(exitCode.getAsInt());
    }
    SpringApplication.run(ZhaoshangApplication.class, args);
  }

  private static Commands commands(PrintStream out, PrintStream errors, Path workingDirectory) {
    Dialogs dialogs = Dialogs.ofProgram();
    Supplier<Assistant> assistant =
        () -> Assistant.of(dialogs.load(DialogFiles.find(workingDirectory)));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return new Commands(
        List.of(
            new LintCommand(out, workingDirectory, dialogs),
            new EvaluateCommand(out, errors, workingDirectory, assistant),
            new TalkCommand(in, out, assistant),
            new LearnCommand(
                out, workingDirectory, () -> dialogs.load(DialogFiles.find(workingDirectory))),
            new BackupCommand(
                out, workingDirectory, new Backup(uri(), dataDir()), Clock.systemUTC()),
            new RestoreCommand(out, workingDirectory, new Restore(uri(), dataDir())),
            new CustomersCommand(
                out, workingDirectory, assistant, ZhaoshangApplication::store, Clock.systemUTC())));
  }

  /** The store that the application uses, as its two variables say; the application is stopped. */
  private static MongoStore store() {
    return MongoStore.open(uri(), dataDir(), KEEP_INBOX);
  }

  private static @Nullable String uri() {
    String uri = Objects.requireNonNullElse(System.getenv("MONGODB_URI"), "");
    return uri.isBlank() ? null : uri;
  }

  private static Path dataDir() {
    return Path.of(Objects.requireNonNullElse(System.getenv("DATA_DIR"), "./data"));
  }
}
