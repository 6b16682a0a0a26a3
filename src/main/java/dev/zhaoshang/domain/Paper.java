package dev.zhaoshang.domain;

import java.util.List;

/**
 * Something written, to be kept, printed or passed on. Says nothing about how it is made; the text
 * of its reply says the same for those who get no file.
 *
 * @param title of it
 * @param parts in order
 */
public record Paper(String title, List<Part> parts) {

  public Paper {
    parts = List.copyOf(parts);
  }

  /**
   * What stands under one heading.
   *
   * @param heading of it
   * @param lines each a paragraph
   */
  public record Part(String heading, List<String> lines) {

    public Part {
      lines = List.copyOf(lines);
    }
  }

  /** The same as Markdown, which reads well as plain text too. */
  public String markdown() {
    StringBuilder text = new StringBuilder("# " + title);
    for (Part part : parts) {
      text.append("\n\n## ").append(part.heading());
      part.lines().forEach(line -> text.append("\n- ").append(line));
    }
    return text.toString();
  }
}
