package dev.zhaoshang.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each rule has a folder of samples, {@code lint/D01} and so on: files that are laid over {@code
 * lint/base}, broken and fixed, the files of the base that are {@code removed.txt} from it, and the
 * places at which the broken ones are reported.
 */
class LintTest {

  private static final Path SAMPLES = Path.of("src/test/resources/lint");

  private final Dialogs dialogs = new Dialogs(Set.of("recorded"));

  @ParameterizedTest
  @EnumSource
  void a_broken_sample_is_reported_at_its_place_by_its_rule_alone(Rule rule) throws IOException {
    List<Problem> problems = dialogs.inspect(sample(rule, "broken")).problems();
    List<String> expected =
        Files.readAllLines(SAMPLES.resolve(rule.code()).resolve("expected.txt"));
    assertThat(problems).extracting(problem -> problem.place().toString()).isEqualTo(expected);
    assertThat(problems).extracting(Problem::rule).containsOnly(rule);
  }

  @ParameterizedTest
  @EnumSource
  void the_fixed_sample_is_in_order(Rule rule) throws IOException {
    assertThat(dialogs.inspect(sample(rule, "fixed")).problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void errors_keep_the_content_out_and_warnings_do_not(Rule rule) throws IOException {
    assertThat(dialogs.inspect(sample(rule, "broken")).content().isPresent())
        .isEqualTo(rule.severity() == Rule.Severity.WARNING);
  }

  @ParameterizedTest
  @EnumSource
  void a_message_says_where_what_and_how_to_fix_it_in_both_languages(Rule rule) throws IOException {
    Problem problem = dialogs.inspect(sample(rule, "broken")).problems().get(0);
    String text = new Messages(List.of(Language.ZH, Language.EN)).text(problem);
    assertThat(text.lines()).hasSize(3);
    assertThat(text).startsWith(problem.place() + " " + rule.code());
    assertThat(text.lines().toList().get(1)).containsPattern("\\p{IsHan}").contains("改法：");
    assertThat(text.lines().toList().get(2)).contains(" Fix: ");
    assertThat(text).doesNotContainPattern("\\{[0-9]\\}");
  }

  @Test
  void codes_are_numbered_without_gaps() {
    Rule[] rules = Rule.values();
    for (int i = 0; i < rules.length; i++) {
      assertThat(rules[i].code()).isEqualTo(String.format("D%02d", i + 1));
    }
  }

  @Test
  void every_sample_belongs_to_a_rule() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(Stream.of("base"), Arrays.stream(Rule.values()).map(Rule::code))
                  .toList());
    }
  }

  @Test
  void all_problems_of_a_folder_are_reported_not_only_the_first() throws IOException {
    Map<String, String> texts = new TreeMap<>(DialogFiles.in(SAMPLES.resolve("base")).texts());
    for (Rule rule : List.of(Rule.TAB, Rule.MISSING_LANGUAGE, Rule.WHEN_VALUE)) {
      texts.putAll(DialogFiles.in(SAMPLES.resolve(rule.code()).resolve("broken")).texts());
    }
    assertThat(dialogs.inspect(DialogFiles.of(texts)).problems())
        .extracting(Problem::rule)
        .contains(Rule.TAB, Rule.MISSING_LANGUAGE, Rule.WHEN_VALUE);
  }

  @Test
  void a_mistyped_key_gets_a_guess() throws IOException {
    Problem problem = dialogs.inspect(sample(Rule.UNKNOWN_KEY, "broken")).problems().get(0);
    assertThat(problem.guess()).isEqualTo("when");
  }

  @Test
  void a_line_under_two_acts_is_not_sent_to_a_place_that_acts_do_not_have() throws IOException {
    List<Problem> problems = dialogs.inspect(sample(Rule.SHARED_EXAMPLE, "broken")).problems();
    Problem shared =
        problems.stream()
            .filter(one -> one.place().file().equals("acts.yml"))
            .findFirst()
            .orElseThrow();
    assertThat(new Messages(List.of(Language.ZH)).text(shared))
        .contains("只留一处；一句话确实提了两个异议的，放到异议卡片的 together 里");
    assertThat(new Messages(List.of(Language.EN)).text(shared))
        .contains("a line that truly raises two objections goes under together of a card");
  }

  @Test
  void the_dialogs_of_the_product_are_in_order() {
    assertThat(new Dialogs(Set.of()).inspect(DialogFiles.in(Path.of("dialogs"))).problems())
        .isEmpty();
  }

  private static DialogFiles sample(Rule rule, String side) throws IOException {
    Map<String, String> texts = new TreeMap<>(DialogFiles.in(SAMPLES.resolve("base")).texts());
    Path folder = SAMPLES.resolve(rule.code()).resolve(side);
    texts.putAll(DialogFiles.in(folder).texts());
    Path removed = folder.resolve("removed.txt");
    if (Files.exists(removed)) {
      Files.readAllLines(removed).forEach(texts::remove);
    }
    return DialogFiles.of(texts);
  }
}
