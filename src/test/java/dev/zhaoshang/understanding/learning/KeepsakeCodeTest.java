package dev.zhaoshang.understanding.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which code an edit of makes what is kept count no more. */
class KeepsakeCodeTest {

  private static final class Learner {

    private record Inner(Runnable nothing) {}

    private static Inner inner() {
      return new Inner(
          new Runnable() {
            @Override
            public void run() {}
          });
    }
  }

  @Test
  void every_class_of_the_package_counts_those_within_others_too()
      throws IOException, URISyntaxException {
    Class<?> one = Keepsake.class;
    Path classes = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path folder = classes.resolve(one.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      List<String> all =
          files
              .map(file -> file.getFileName().toString().replace(".class", ""))
              .filter(name -> !name.equals("package-info"))
              .toList();
      assertThat(names(Features.class)).containsAll(all).anyMatch(name -> name.matches(".*\\$1"));
    }
  }

  @Test
  void what_stands_within_the_learner_counts() {
    Class<?> runnable = Learner.inner().nothing().getClass();

    assertThat(names(Learner.class)).contains(runnable.getName().replaceAll(".*\\.", ""));
    assertThat(names(Learner.class)).anyMatch(name -> name.endsWith("$Learner$Inner"));
  }

  private static List<String> names(Class<?> learner) {
    return Keepsake.code(learner).stream()
        .map(one -> one.getName().replaceAll(".*\\.", ""))
        .toList();
  }
}
