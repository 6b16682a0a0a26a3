package dev.zhaoshang.understanding.objection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.content.Objection;
import dev.zhaoshang.domain.Meaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ObjectionLearnerTest {

  private static final ObjectionLearner LEARNER = ObjectionLearner.load();
  private static final Content CONTENT = Dialogs.load(Path.of("dialogs"));
  private static TrainedScorer scorer;

  @BeforeAll
  static void learn() {
    scorer = LEARNER.learn(CONTENT);
  }

  @Test
  void every_objection_is_ranked_once_likeliest_first() {
    List<Meaning.Scored> ranked = scorer.rank("价格比别家贵太多");
    assertThat(ranked)
        .extracting(Meaning.Scored::objection)
        .containsExactlyInAnyOrderElementsOf(Objection.IDS)
        .startsWith("priceTooHigh");
    assertThat(ranked)
        .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()))
        .allSatisfy(s -> assertThat(s.score()).isBetween(0.0, 1.0));
  }

  @Test
  void traditional_pinyin_and_full_width_are_read_alike() {
    assertThat(fired("價格太高")).containsExactly("priceTooHigh");
    assertThat(fired("jiage tai gao")).containsExactly("priceTooHigh");
    assertThat(fired("ＴＯＯ　ＥＸＰＥＮＳＩＶＥ")).containsExactly("priceTooHigh");
  }

  @Test
  void what_raises_nothing_fires_nothing() {
    assertThat(fired("13812345678")).isEmpty();
    assertThat(fired("")).isEmpty();
    assertThat(fired("😀😀")).isEmpty();
    assertThat(fired("\u202e\u200b")).isEmpty();
    assertThat(fired("好的 谢谢")).isEmpty();
  }

  @Test
  void an_example_added_to_a_card_fires_after_the_next_learning() {
    String odd = "他把合同折成纸飞机扔了回来";
    assertThat(fired(odd)).doesNotContain("noFunds");
    TrainedScorer again = LEARNER.learn(with("noFunds", odd));
    assertThat(Thresholds.CALIBRATED.fired(again.rank(odd))).containsExactly("noFunds");
  }

  @Test
  void the_same_content_gives_the_same_scores() {
    TrainedScorer again = LEARNER.learn(CONTENT);
    for (String text : List.of("太贵", "没听过你们", "he has no cash", "先货后款 yao bu yao")) {
      assertThat(again.rank(text)).isEqualTo(scorer.rank(text));
    }
  }

  @Test
  void many_threads_get_the_answers_that_one_gets() {
    List<String> texts = CONTENT.nothing().values().iterator().next().subList(0, 60);
    List<List<Meaning.Scored>> one = texts.stream().map(scorer::rank).toList();
    List<List<Meaning.Scored>> many =
        IntStream.range(0, texts.size() * 8)
            .parallel()
            .mapToObj(i -> scorer.rank(texts.get(i % texts.size())))
            .toList();
    for (int i = 0; i < many.size(); i++) {
      assertThat(many.get(i)).isEqualTo(one.get(i % texts.size()));
    }
  }

  private static List<String> fired(String text) {
    return Thresholds.CALIBRATED.fired(scorer.rank(text));
  }

  private static Content with(String objection, String example) {
    Map<String, Objection> cards = new LinkedHashMap<>(CONTENT.objections());
    Objection card = CONTENT.objection(objection).orElseThrow();
    Map<String, List<String>> examples = new LinkedHashMap<>(card.examples());
    List<String> zh = new ArrayList<>(examples.getOrDefault("zh", List.of()));
    zh.add(example);
    examples.put("zh", zh);
    cards.put(
        objection,
        new Objection(
            card.id(),
            card.title(),
            card.answers(),
            card.reasons(),
            card.avoid(),
            card.example(),
            card.next(),
            card.evidence(),
            card.followUp(),
            examples,
            card.together()));
    return new Content(
        CONTENT.version() + "+",
        CONTENT.forms(),
        cards,
        CONTENT.further(),
        CONTENT.checklists(),
        CONTENT.notices(),
        CONTENT.commands(),
        CONTENT.replies(),
        CONTENT.nothing(),
        CONTENT.uncovered(),
        CONTENT.acts(),
        CONTENT.reminders(),
        CONTENT.offer(),
        CONTENT.compliance(),
        CONTENT.practice());
  }
}
