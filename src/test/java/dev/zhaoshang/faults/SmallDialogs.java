package dev.zhaoshang.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of dialogs/ with few examples of what is an objection and what is none: learning them is
 * most of a start, and has no part in what is tried here.
 */
final class SmallDialogs {

  private static final int EXAMPLES = 5;
  private static final String ITEM = "    - ";

  private SmallDialogs() {}

  /** Makes it; returns where it is. */
  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> copyFile(file, to.resolve(from.relativize(file))));
    }
    return to;
  }

  private static void copyFile(Path file, Path copy) {
    try {
      Files.createDirectories(copy.getParent());
      String path = file.toString();
      boolean learnt =
          path.contains(File.separator + "objections" + File.separator)
              || path.endsWith("nothing.yml");
      if (learnt && path.endsWith(".yml")) {
        Files.write(copy, fewer(Files.readAllLines(file), file));
      } else {
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> fewer(List<String> lines, Path file) {
    List<String> kept = new ArrayList<>();
    boolean examples = file.endsWith("nothing.yml");
    int items = 0;
    for (String line : lines) {
      examples |= line.equals("examples:");
      items = line.startsWith(ITEM) ? items + 1 : 0;
      if (!examples || items <= EXAMPLES) {
        kept.add(line);
      }
    }
    return kept;
  }
}
