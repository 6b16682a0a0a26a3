package dev.zhaoshang.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.store.Samples;
import dev.zhaoshang.store.mongo.Backup;
import dev.zhaoshang.store.mongo.MongoStore;
import dev.zhaoshang.store.mongo.Restore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator reads of {@code backup} and {@code restore}. */
class BackupCommandsTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @BeforeEach
  void fill() {
    try (MongoStore store = MongoStore.open(null, data(), Duration.ofDays(14))) {
      store.inbox().accept(Samples.update("web:a:1", "a"), Samples.NOON);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  @Test
  void a_backup_and_its_restoration_say_how_much_there_was_in_both_languages() {
    assertThat(backup("b.gz")).isEqualTo(Command.OK);
    assertThat(printed()).contains("1 documents in b.gz").contains("备份好了：1 条").contains("inbox 1");
    assertThat(restore("b.gz")).isEqualTo(Command.OK);
    assertThat(printed()).contains("Restored: 1 documents").contains("已恢复");
    assertThat(restore("b.gz")).isEqualTo(Command.BAD_INPUT);
    assertThat(printed()).contains("nothing was restored or overwritten").contains("没有覆盖");
  }

  @Test
  void each_refusal_says_that_nothing_was_lost() throws IOException {
    assertThat(backup()).isEqualTo(Command.BAD_INPUT);
    assertThat(printed()).contains("Usage").contains("用法");
    Files.writeString(folder.resolve("there"), "x");
    assertThat(backup("there")).isEqualTo(Command.BAD_INPUT);
    assertThat(printed()).contains("left as it is");
    assertThat(backup("nowhere/b.gz")).isEqualTo(Command.BAD_INPUT);
    assertThat(printed()).contains("The data itself is untouched");
    assertThat(restore("there")).isEqualTo(Command.BAD_INPUT);
    assertThat(printed()).contains("nothing was restored").contains("不是完整的备份");
    assertThat(restore("missing")).isEqualTo(Command.BAD_INPUT);
    assertThat(printed()).contains("cannot be read");
    assertThat(restore()).isEqualTo(Command.BAD_INPUT);
    assertThat(printed()).contains("Usage");
  }

  private int backup(String... arguments) {
    Backup backup = new Backup(null, data());
    return new BackupCommand(out, folder, backup, () -> Samples.NOON).run(List.of(arguments));
  }

  private int restore(String... arguments) {
    Restore restore = new Restore(null, folder.resolve("restored"));
    return new RestoreCommand(out, folder, restore).run(List.of(arguments));
  }

  private String printed() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }
}
