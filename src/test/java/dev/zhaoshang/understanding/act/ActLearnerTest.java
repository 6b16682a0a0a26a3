package dev.zhaoshang.understanding.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Act;
import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.domain.FactState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActLearnerTest {

  private static final Content CONTENT = Dialogs.load(Path.of("dialogs"));

  /** A few examples of each, which are learnt in no time. */
  private static final Map<Act, List<String>> ACTS =
      Map.of(
          Act.ANSWER, List.of("解放路八十八号", "三个人跑医院", "做了五年抗生素"),
          Act.UNKNOWN, List.of("没打听到", "这个没问出来", "no idea"),
          Act.REFUSED, List.of("他不肯说", "人家不愿意讲", "he would not tell"),
          Act.LATER, List.of("回头再补", "下次再问他", "ask me later"),
          Act.ASIDE, List.of("今天天气真热", "电梯坏了", "lunch was good"));

  private static final List<String> LINES =
      List.of("解放路", "没打听到", "他不肯讲", "回头再说", "天气热", "no idea at all");

  @TempDir private Path classes;

  @Test
  void it_hears_what_the_examples_teach() {
    ActReader reader = new ActLearner().learn(with("1", ACTS, CONTENT.nothing()));
    assertThat(reader.read("没打听到").skip()).contains(FactState.UNKNOWN);
    assertThat(reader.read("他不肯说").skip()).contains(FactState.REFUSED);
    assertThat(reader.read("解放路八十八号").act()).isEqualTo(Act.ANSWER);
  }

  @Test
  void of_an_edit_elsewhere_nothing_is_learnt_again() {
    ActLearner learner = new ActLearner();
    ActReader before = learner.learn(with("1", ACTS, CONTENT.nothing()));
    ActReader after = learner.learn(with("2", new TreeMap<>(ACTS), Map.of()));
    assertThat(after).isSameAs(before);
  }

  @Test
  void an_edit_of_an_example_is_learnt() {
    ActLearner learner = new ActLearner();
    ActReader before = learner.learn(with("1", ACTS, CONTENT.nothing()));
    Map<Act, List<String>> more = new TreeMap<>(ACTS);
    more.put(Act.REFUSED, List.of("他不肯说", "人家不愿意讲", "he would not tell", "他把嘴一抿"));
    ActReader after = learner.learn(with("2", more, CONTENT.nothing()));
    assertThat(before.read("他把嘴一抿").act()).isNotEqualTo(Act.REFUSED);
    assertThat(after.read("他把嘴一抿").act()).isEqualTo(Act.REFUSED);
  }

  @Test
  void without_examples_of_acts_every_line_is_an_answer() {
    ActReader reader = new ActLearner().learn(with("1", Map.of(), CONTENT.nothing()));
    assertThat(LINES).allSatisfy(l -> assertThat(reader.read(l)).isEqualTo(Heard.ANYTHING));
    assertThat(reader.read("没打听到").act()).isEqualTo(Act.ANSWER);
  }

  @Test
  void what_is_kept_answers_as_what_was_learnt() throws IOException {
    Content content = with("1", ACTS, CONTENT.nothing());
    ActLearner.keep(content, classes);
    assertThat(Acts.KEPT.isIn(classes, ActLearner.lessons(content))).isTrue();
    ActReader learnt = new ActLearner().learn(content);
    try (InputStream in = Files.newInputStream(classes.resolve("learnt/acts.bin"))) {
      Acts kept = Acts.KEPT.read(in, ActLearner.lessons(content)).orElseThrow();
      assertThat(LINES).allSatisfy(l -> assertThat(kept.hear(l)).isEqualTo(learnt.read(l)));
    }
  }

  private static Content with(
      String version, Map<Act, List<String>> acts, Map<String, List<String>> nothing) {
    return new Content(
        version,
        CONTENT.forms(),
        CONTENT.objections(),
        CONTENT.further(),
        CONTENT.checklists(),
        CONTENT.notices(),
        CONTENT.commands(),
        CONTENT.replies(),
        nothing,
        CONTENT.uncovered(),
        acts,
        CONTENT.reminders(),
        CONTENT.offer(),
        CONTENT.compliance(),
        CONTENT.practice());
  }
}
