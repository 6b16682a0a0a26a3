package dev.zhaoshang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of packages in CONTRIBUTING.md is the one that {@link ArchitectureTest} holds. */
class ContributingTest {

  private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

  @Test
  void the_map_of_packages_for_contributors_is_the_one_that_is_tested() throws IOException {
    Map<String, Set<String>> table = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("CONTRIBUTING.md"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5 && cells[1].contains("`")) {
        Set<String> imports =
            cells[3].contains("all above but channels")
                ? allButChannels(table.keySet())
                : names(cells[3]);
        names(cells[1]).forEach(name -> table.put(name, imports));
      }
    }
    assertThat(table).isEqualTo(ArchitectureTest.MAY_IMPORT);
  }

  private static Set<String> allButChannels(Set<String> above) {
    return above.stream()
        .filter(name -> !name.startsWith("channel"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
