package dev.zhaoshang.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Dialogs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {

  private static final Path DEVELOPMENT_SET =
      Path.of("src/test/resources/eval/objections.jsonl").toAbsolutePath();
  private static Assistant assistant;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @BeforeAll
  static void learn() {
    assistant = Assistant.of(Dialogs.load(Path.of("dialogs")));
  }

  @Test
  void the_development_set_scores_what_was_reached() {
    assertThat(run("objections", DEVELOPMENT_SET.toString())).isEqualTo(Command.OK);
    Map<String, Double> figures = figures("objections");
    assertThat(figures.get("n")).isEqualTo(348);
    assertThat(figures.get("rank1")).isGreaterThanOrEqualTo(0.97);
    assertThat(figures.get("top3")).isGreaterThanOrEqualTo(0.99);
    assertThat(figures.get("recall")).isGreaterThanOrEqualTo(0.9);
    assertThat(figures.get("falseAlarm")).isLessThanOrEqualTo(0.03);
    assertThat(figures.get("macroF1")).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void the_report_says_by_which_thresholds_objections_fire() throws IOException {
    String line = "{\"id\":\"t\",\"lang\":\"zh-CN\",\"text\":\"太贵\",\"labels\":[\"priceTooHigh\"],";
    assertThat(run("objections", file(line + "\"form\":\"direct\"}").toString()))
        .isEqualTo(Command.OK);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("Thresholds: sure 0.55, unsure 0.35, the calibrated defaults");
  }

  @Test
  void acts_that_the_others_do_not_bear_out_are_listed() {
    assertThat(run("acts")).isEqualTo(Command.OK);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(", heard as ");
    assertThat(figures("acts").get("right")).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @CsvSource({"answers.jsonl, 140", "answers2.jsonl, 70"})
  void the_judge_of_practice_agrees_with_people(String set, double n) {
    Path file = Path.of("src/test/resources/practice", set).toAbsolutePath();
    assertThat(run("practice", file.toString())).isEqualTo(Command.OK);
    Map<String, Double> figures = figures("practice");
    assertThat(figures.get("n")).isEqualTo(n);
    assertThat(figures.get("kappa")).isGreaterThanOrEqualTo(0.7);
  }

  @Test
  void the_disagreements_of_a_practice_are_listed_with_what_was_found() throws IOException {
    String wrong =
        "{\"id\":\"w\",\"objection\":\"noFunds\",\"lang\":\"en\",\"answer\":\"fine\","
            + "\"quality\":\"good\",\"pass\":true,\"violations\":[\"gaveUp\"]}";
    assertThat(run("practice", file(wrong).toString())).isEqualTo(Command.OK);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("w noFunds good, should pass", "    fine", "points []")
        .contains("wrongPass=0 wrongFail=1");
  }

  @Test
  void english_and_traditional_lines_alone_are_ranked_right() throws Exception {
    List<LabelledText> lines = EvaluationFile.read(DEVELOPMENT_SET, LabelledText::of);
    for (String lang : List.of("en", "zh-TW")) {
      List<LabelledText> some = lines.stream().filter(l -> l.lang().equals(lang)).toList();
      assertThat(ObjectionEvaluation.of(assistant, some).figures().rank1())
          .as(lang)
          .isGreaterThanOrEqualTo(0.95);
    }
  }

  @Test
  void predictions_name_what_fired_and_rank_all_eight() throws IOException {
    Path file =
        file(
            "{\"id\":\"a\",\"lang\":\"en\",\"text\":\"too"
                + " expensive\",\"labels\":[\"priceTooHigh\"],\"form\":\"direct\"}");
    Path predictions = folder.resolve("out.jsonl");
    assertThat(run("objections", file.toString(), "--predictions", predictions.toString()))
        .isEqualTo(Command.OK);
    assertThat(Files.readString(predictions))
        .startsWith("{\"id\":\"a\",\"labels\":[\"priceTooHigh\"],\"ranked\":[\"priceTooHigh\",")
        .endsWith("\"]}\n");
  }

  @Test
  void an_unreadable_line_is_named() throws IOException {
    String good = "{\"id\":\"a\",\"lang\":\"en\",\"text\":\"x\",\"labels\":[],\"form\":\"none\"}";
    for (String bad :
        List.of(
            "{",
            "[]",
            "{\"id\":\"b\",\"lang\":\"en\",\"labels\":[],\"form\":\"none\"}",
            "{\"id\":\"b\",\"lang\":\"en\",\"text\":\"x\",\"form\":\"none\"}",
            "{\"id\":\"b\",\"lang\":\"en\",\"text\":\"x\",\"labels\":[\"tooDear\"],\"form\":\"x\"}")) {
      errors.reset();
      assertThat(run("objections", file(good, bad).toString())).isEqualTo(Command.BAD_INPUT);
      assertThat(errors.toString(StandardCharsets.UTF_8)).contains("in.jsonl line 2");
    }
  }

  @Test
  void what_cannot_be_run_is_refused() {
    assertThat(run("objections", folder.resolve("none.jsonl").toString()))
        .isEqualTo(Command.BAD_INPUT);
    assertThat(run()).isEqualTo(Command.BAD_INPUT);
    assertThat(run("weather", "x")).isEqualTo(Command.BAD_INPUT);
    assertThat(run("objections", "x", "--predictions")).isEqualTo(Command.BAD_INPUT);
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("in.jsonl"), List.of(lines));
  }

  private int run(String... arguments) {
    return new EvaluateCommand(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            folder,
            () -> assistant)
        .run(List.of(arguments));
  }

  private Map<String, Double> figures(String kind) {
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    String[] words = lines.get(lines.size() - 1).split(" ", -1);
    assertThat(words[0]).isEqualTo(kind);
    Map<String, Double> figures = new HashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] pair = words[i].split("=", -1);
      figures.put(pair[0], Double.valueOf(pair[1]));
    }
    return figures;
  }
}
