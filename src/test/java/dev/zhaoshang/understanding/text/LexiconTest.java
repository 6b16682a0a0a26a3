package dev.zhaoshang.understanding.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Finder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lexicon's words are found wherever its patterns match. */
class LexiconTest {

  private static final Lexicon LEXICON = Lexicon.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct",
        "correct.pair",
        "skip.short",
        "skip.gone",
        "question",
        "question.own",
        "question.reply",
        "chat",
        "telling",
        "own",
        "reports",
        "objection.topic",
        "followup.ask",
        "followup.promise",
        "followup.third",
        "rhythm.leave",
        "trip.goes"
      })
  void words_are_found_where_their_pattern_matches(String name) throws IOException {
    Pattern pattern = LEXICON.pattern(name);
    Finder finder = LEXICON.finder(name);

    try (Stream<String> lines = Files.lines(Path.of("dialogs/nothing.yml"))) {
      assertThat(lines).allMatch(line -> finder.in(line) == pattern.matcher(line).find());
    }
  }
}
