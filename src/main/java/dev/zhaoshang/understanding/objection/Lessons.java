package dev.zhaoshang.understanding.objection;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.understanding.learning.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the answers about objections are learnt from.
 *
 * @param objections ids of all objections, whether an example has them or not
 * @param examples of them, and of texts that raise none
 * @param uncovered texts that raise an objection which no card covers
 */
record Lessons(List<String> objections, List<Example> examples, List<String> uncovered) {

  Lessons {
    objections = List.copyOf(objections);
    examples = List.copyOf(examples);
    uncovered = List.copyOf(uncovered);
  }

  /** Those of this version of the content. */
  static Lessons of(Content content) {
    return new Lessons(
        List.copyOf(content.objections().keySet()),
        Example.of(content),
        Example.texts(content.uncovered()));
  }

  /** The texts as the classifier sees them: those of the examples, then the uncovered ones. */
  List<String> normalized() {
    return Stream.concat(examples.stream().map(Example::text), uncovered.stream())
        .parallel()
        .map(Normalizer::normalize)
        .toList();
  }
}
