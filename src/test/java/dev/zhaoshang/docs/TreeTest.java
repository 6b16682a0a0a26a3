package dev.zhaoshang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree in the READMEs: a path a line, indented by two under its folder, then what it is. */
class TreeTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/zhaoshang");

  /** Made by tools and editors, or found in some clones only. */
  private static final Set<String> NOT_OURS =
      Set.of(".git", ".idea", ".vscode", "target", "data", "config", ".env");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void the_tree_shows_what_is_there(String readme) {
    assertThat(tree(readme)).allSatisfy(path -> assertThat(path).exists());
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void the_tree_leaves_out_nothing_at_the_top(String readme) throws IOException {
    Set<String> shown =
        tree(readme).stream().map(path -> path.getName(0).toString()).collect(Collectors.toSet());
    try (Stream<Path> top = Files.list(Path.of(""))) {
      assertThat(top.map(Path::toString).filter(name -> !NOT_OURS.contains(name)))
          .allSatisfy(name -> assertThat(shown).contains(name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void the_tree_shows_every_package_of_the_first_level(String readme) throws IOException {
    Set<Path> shown =
        tree(readme).stream()
            .filter(path -> SOURCES.equals(path.getParent()))
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> packages = Files.list(SOURCES)) {
      assertThat(shown)
          .containsExactlyInAnyOrderElementsOf(packages.filter(Files::isDirectory).toList());
    }
  }

  private static List<Path> tree(String readme) {
    Page.Block block =
        Page.of(readme).blocks().stream()
            .filter(b -> b.language().equals("text") && b.text().contains("pom.xml"))
            .findFirst()
            .orElseThrow();
    Deque<Path> folders = new ArrayDeque<>();
    return block.text().lines().flatMap(line -> paths(line, folders)).toList();
  }

  /** The paths of a line, which may name several files side by side. */
  private static Stream<Path> paths(String line, Deque<Path> folders) {
    int depth = (line.length() - line.stripLeading().length()) / 2;
    while (folders.size() > depth) {
      folders.pop();
    }
    Path parent = folders.isEmpty() ? Path.of("") : folders.peek();
    List<Path> paths =
        Stream.of(line.strip().split(" {2,}", 2)[0].split(", ", -1))
            .map(name -> parent.resolve(name))
            .toList();
    folders.push(paths.get(0));
    return paths.stream();
  }
}
