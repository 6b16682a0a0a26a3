package dev.zhaoshang.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.understanding.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeEvaluationTest {

  private static final Path DEVELOPMENT = Path.of("src/test/resources/eval/intake.jsonl");
  private static final int SUPPORT = 10;

  @TempDir Path folder;

  @Test
  void the_development_set_reaches_its_figures() throws Exception {
    IntakeScore score = evaluate(DEVELOPMENT).score();
    assertThat(score.total().f1()).isGreaterThan(0.97);
    score
        .fields()
        .forEach(
            (id, tally) -> {
              if (tally.support() >= SUPPORT) {
                assertThat(tally.f1()).as(id).isGreaterThan(0.9);
              }
            });
  }

  @Test
  void the_last_line_gives_the_figures() throws Exception {
    List<String> report = evaluate(DEVELOPMENT).report();
    assertThat(report.get(report.size() - 1))
        .matches(
            "intake n=200 precision=[\\d.]+ recall=[\\d.]+ f1=[\\d.]+ intentAccuracy=[\\d.]+"
                + " wrongOverwrite=[\\d.]+");
  }

  @Test
  void an_unreadable_line_is_named() throws IOException {
    Path file = folder.resolve("bad.jsonl");
    Files.writeString(
        file,
        """
        {"id": "a", "asked": null, "text": "x", "intent": "other", "gold": {}}
        {"id": "b", "asked": null, "text": 5, "intent": "other", "gold": {}}
        """);
    assertThatThrownBy(() -> evaluate(file))
        .isInstanceOf(EvaluationFile.BadInputException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("text");
  }

  @Test
  void predictions_are_one_object_a_line() throws Exception {
    Path file = folder.resolve("one.jsonl");
    Files.writeString(
        file,
        "{\"id\":\"a\",\"asked\":\"clinicalReps\",\"text\":\"20\",\"intent\":\"answer\",\"gold\":{}}");
    assertThat(evaluate(file).predictions())
        .containsExactly("{\"id\":\"a\",\"intent\":\"answer\",\"fields\":{\"clinicalReps\":20}}");
  }

  @Test
  void values_match_by_the_rules_of_the_format() {
    assertThat(ValueMatch.right(FieldType.REGIONS, List.of("苏州"), List.of("苏州市"))).isTrue();
    assertThat(ValueMatch.right(FieldType.REGIONS, List.of("苏州"), List.of("苏州", "无锡"))).isFalse();
    assertThat(ValueMatch.right(FieldType.TEXT, "回款慢", "就是 回款慢，")).isTrue();
    assertThat(ValueMatch.right(FieldType.TEXT, "回款慢", "回款")).isFalse();
    assertThat(ValueMatch.right(FieldType.TEXT, "慢", "慢".repeat(21))).isFalse();
    assertThat(ValueMatch.right(FieldType.INTEGER, 20, 20)).isTrue();
    assertThat(ValueMatch.right(FieldType.MOBILE, "13812345678", "138123456789")).isFalse();
  }

  private static IntakeEvaluation evaluate(Path file) throws EvaluationFile.BadInputException {
    List<IntakeLine> lines = EvaluationFile.read(file, IntakeLine::of);
    return new IntakeEvaluation(Readers.CONTENT, Readers.WITHOUT_OBJECTIONS, lines);
  }
}
