package dev.zhaoshang.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  @TempDir private Path dir;
  private Path file;

  @BeforeEach
  void writeThreeRecords() {
    file = dir.resolve("journal");
    try (Journal journal = new Journal(file)) {
      for (String record : List.of("one", "two", "three")) {
        journal.append(record.getBytes(StandardCharsets.UTF_8));
      }
      journal.force();
    }
  }

  @Test
  void records_come_back_in_their_order() {
    assertThat(read()).containsExactly("one", "two", "three");
  }

  @Test
  void a_record_that_was_cut_short_is_not_read() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int cut = 1; cut < "three".length() + 8; cut++) {
      Files.write(file, Arrays.copyOf(bytes, bytes.length - cut));
      assertThat(read()).as("cut by " + cut).containsExactly("one", "two");
    }
  }

  @Test
  void nothing_behind_a_damaged_record_is_read() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes["one".length() + 8 + 8] ^= 1;
    Files.write(file, bytes);
    assertThat(read()).containsExactly("one");
  }

  @Test
  void a_file_that_is_not_there_has_no_records() throws IOException {
    Files.delete(file);
    assertThat(read()).isEmpty();
  }

  private List<String> read() {
    List<String> records = new ArrayList<>();
    Journal.read(file, entry -> records.add(new String(entry, StandardCharsets.UTF_8)));
    return records;
  }
}
