package dev.zhaoshang.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that has no room any more, in the middle of a journal or of a checkpoint: it is said, the
 * process ends, and what was acknowledged is there once there is room.
 */
class FullDiskTest {

  /**
   * Mounts a small file system at the first argument, and leaves what was written in the second.
   */
  private static final String SMALL_DISK =
      "mount -t tmpfs -o size=%dk tmpfs \"$1\" || exit 9; "
          + "from=$1; to=$2; shift 2; \"$@\"; code=$?; cp -r \"$from\"/. \"$to\"; exit $code";

  private static final int NO_MOUNT = 9;

  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(ints = {3_000, 9_000, 14_000})
  void a_file_that_may_not_grow_is_told_and_nothing_acknowledged_is_lost(int kilobytes)
      throws Exception {
    Path data = dir.resolve("data");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"));
    command.addAll(writes(data));
    check(run(command), data, data);
  }

  @ParameterizedTest
  @ValueSource(ints = {3_000, 9_000, 20_000})
  void a_full_file_system_is_told_and_nothing_acknowledged_is_lost(int kilobytes) throws Exception {
    assumeTrue(mayMount(), "no file system can be mounted here");
    Path data = Files.createDirectory(dir.resolve("data"));
    Path copy = Files.createDirectory(dir.resolve("copy"));
    List<String> command = new ArrayList<>(List.of("unshare", "-rm", "bash", "-c"));
    command.add(SMALL_DISK.formatted(kilobytes));
    command.addAll(List.of("bash", data.toString(), copy.toString()));
    command.addAll(writes(data));
    int code = run(command);
    assumeTrue(code != NO_MOUNT, "no file system can be mounted here");
    check(code, data, copy);
  }

  /** Not where there is no such program, as outside of Linux. */
  private boolean mayMount() throws Exception {
    try {
      return run(List.of("unshare", "-rm", "true")) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void check(int code, Path told, Path left) throws IOException {
    assertThat(code).isEqualTo(AcknowledgedWrites.DISK_FAILED);
    assertThat(Files.readString(dir.resolve("errors")))
        .contains(told + " cannot be written", "Make room", "what was acknowledged is kept");
    List<String> ids =
        Files.readAllLines(dir.resolve("ids")).stream()
            .filter(line -> line.startsWith("rep"))
            .toList();
    assertThat(ids).isNotEmpty();
    DurabilityTest.assertAllThere(left, ids);
  }

  private static List<String> writes(Path data) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:-UsePerfData",
        "-cp",
        System.getProperty("java.class.path"),
        AcknowledgedWrites.class.getName(),
        data.toString(),
        "a");
  }

  /** To files: a pipe that fills up would hold the process up. */
  private int run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dir.resolve("ids").toFile())
            .redirectError(dir.resolve("errors").toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
