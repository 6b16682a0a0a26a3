package dev.zhaoshang.store.mongo;

import static dev.zhaoshang.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhaoshang.store.mongo.BackupException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of the embedded store. */
class EmbeddedBackupTest extends BackupContract {

  @TempDir private Path data;
  @TempDir private Path other;

  @Override
  protected Where full() {
    return new Where(null, data);
  }

  @Override
  protected Where empty() {
    return new Where(null, other.resolve("new"));
  }

  @Test
  void a_stopped_store_is_backed_up_as_well_and_remembers_where() throws IOException {
    close();
    Path file = other.resolve("b.jsonl.gz");
    assertThat(new Backup(null, data).write(file, NOON)).containsKey("turns");
    assertThat(data.resolve("last-backup")).hasContent(file.toString());
  }

  @Test
  void a_folder_without_data_is_no_store_to_back_up() {
    assertThatThrownBy(() -> new Backup(null, other).write(other.resolve("b"), NOON))
        .isInstanceOfSatisfying(
            BackupException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NO_DATA));
    assertThat(Files.exists(other.resolve("store.mv"))).isFalse();
  }
}
