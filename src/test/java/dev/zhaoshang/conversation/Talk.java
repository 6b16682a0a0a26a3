package dev.zhaoshang.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An example conversation, as it stands in a {@code .talk} file.
 *
 * @param title what it shows
 * @param source where it stands
 * @param steps in order
 */
record Talk(String title, Path source, List<Step> steps) {

  /**
   * One line.
   *
   * @param mark what it is: {@code >}, {@code @}, {@code <}, {@code ?} or {@code =}
   * @param rep who speaks; for the other marks the rep who spoke last
   * @param text the rest of the line
   * @param line its number, from 1
   */
  record Step(char mark, String rep, String text, int line) {}

  /** All conversations of a file. */
  static List<Talk> read(Path file) throws IOException {
    List<Talk> talks = new ArrayList<>();
    String rep = "rep1";
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.startsWith("## ")) {
        talks.add(new Talk(line.substring(3), file, new ArrayList<>()));
        rep = "rep1";
      } else if (!line.isBlank() && !line.startsWith("#")) {
        if (line.matches("\\w+> .*")) {
          rep = line.substring(0, line.indexOf('>'));
          line = line.substring(line.indexOf('>'));
        } else if (line.startsWith(">") || line.startsWith("@")) {
          rep = "rep1";
        }
        char mark = line.charAt(0);
        if (">@<?=".indexOf(mark) < 0 || talks.isEmpty()) {
          throw new IOException(file + ":" + number + ": not a line of a talk: " + line);
        }
        String text = line.length() > 2 ? line.substring(2) : "";
        talks.get(talks.size() - 1).steps().add(new Step(mark, rep, text, number));
      }
    }
    return talks;
  }
}
