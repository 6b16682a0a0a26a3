package dev.zhaoshang.understanding.act;

import dev.zhaoshang.content.Act;
import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Learns the acts of each version of the content; of an edit elsewhere it learns nothing. */
public final class ActLearner {

  private record Known(Map<Act, List<String>> lessons, ActReader reader) {}

  private final AtomicReference<@Nullable Known> last = new AtomicReference<>();

  /** A reader for this version of the content; the same one while its examples are the same. */
  public ActReader learn(Content content) {
    Map<Act, List<String>> lessons = lessons(content);
    Known known = last.get();
    if (known == null || !known.lessons().equals(lessons)) {
      Acts acts = Acts.KEPT.of(lessons).orElseGet(() -> Acts.learn(lessons));
      known = new Known(lessons, new ActReader(acts));
      last.set(known);
    }
    return known.reader();
  }

  /**
   * Learns this version of the content beforehand, and keeps it under a folder of the class path,
   * unless it is there already.
   *
   * @throws IOException when it cannot be written
   */
  public static void keep(Content content, Path classes) throws IOException {
    Map<Act, List<String>> lessons = lessons(content);
    if (!Acts.KEPT.isIn(classes, lessons)) {
      Acts.KEPT.write(classes, lessons, Acts.learn(lessons));
    }
  }

  /** The examples of acts.yml; and whatever is an example of a field answers. */
  static Map<Act, List<String>> lessons(Content content) {
    Map<Act, List<String>> lessons = new TreeMap<>(content.acts());
    Stream<String> answers =
        content.forms().values().stream()
            .flatMap(form -> form.aspects().stream())
            .flatMap(aspect -> aspect.fields().stream())
            .flatMap(field -> field.examples().stream())
            .map(Form.Example::text)
            .distinct();
    lessons.computeIfPresent(
        Act.ANSWER, (act, lines) -> Stream.concat(lines.stream(), answers).toList());
    return lessons;
  }
}
