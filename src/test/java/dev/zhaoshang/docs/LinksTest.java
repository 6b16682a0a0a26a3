package dev.zhaoshang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinksTest {

  @Test
  void every_link_to_a_file_or_a_heading_leads_somewhere() throws IOException {
    for (Page page : pages()) {
      for (String link : page.links()) {
        if (!link.contains("://")) {
          String[] parts = link.split("#", 2);
          Path target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
          assertThat(target).as("%s: %s", page.file(), link).exists();
          if (parts.length == 2) {
            assertThat(anchors(target)).as("%s: %s", page.file(), link).contains(parts[1]);
          }
        }
      }
    }
  }

  @Test
  void a_link_into_the_web_is_encrypted_and_leads_to_no_machine_of_ours() throws IOException {
    for (Page page : pages()) {
      assertThat(page.links())
          .as(page.file().toString())
          .filteredOn(link -> link.contains("://"))
          .allMatch(link -> link.startsWith("https://") || link.startsWith("http://127.0.0.1:"));
    }
  }

  private static List<String> anchors(Path file) {
    return Page.of(file.toString()).headings().stream().map(LinksTest::anchor).toList();
  }

  /** The way GitHub names a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  private static List<Page> pages() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("docs"));
        Stream<Path> dialogs = Files.walk(Path.of("dialogs"))) {
      return Stream.of(top, docs, dialogs)
          .flatMap(files -> files)
          .map(Path::toString)
          .filter(file -> file.endsWith(".md"))
          .map(Page::of)
          .toList();
    }
  }
}
