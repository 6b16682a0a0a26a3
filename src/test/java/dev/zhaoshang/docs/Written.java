package dev.zhaoshang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * Parts of the READMEs that are made from the program. {@link #HINT} says how to write them anew.
 */
final class Written {

  /** What to do about a difference. */
  static final String HINT =
      "out of date; `mvn test -Dtest=StateDiagramTest,ReadmeConversationTest -Dreadme=write` writes it anew";

  private Written() {}

  /** Whether the parts are to be written rather than compared. */
  static boolean anew() {
    return "write".equals(System.getProperty("readme"));
  }

  /** Compares the part of that name with what it should be. */
  static void check(String page, String name, String expected) {
    if (anew()) {
      write(page, name, expected);
    }
    assertThat(Page.of(page).between(name))
        .as("%s: %s is %s", page, name, HINT)
        .isEqualTo(expected);
  }

  /** Writes the part of that name. */
  static void write(String page, String name, String text) {
    Page before = Page.of(page);
    try {
      Files.writeString(before.file(), before.with(name, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
