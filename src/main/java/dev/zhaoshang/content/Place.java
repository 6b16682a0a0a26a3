package dev.zhaoshang.content;

/**
 * Where something stands in dialogs/.
 *
 * @param file path within the folder, with slashes
 * @param line from 1; 0 when the whole file, or the folder, is meant
 * @param column from 1, in characters; 0 with line 0
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

  /** The file as a whole. */
  static Place ofFile(String file) {
    return new Place(file, 0, 0);
  }

  @Override
  public int compareTo(Place other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line:column}, as editors and terminals link it. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
