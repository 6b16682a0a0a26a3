package dev.zhaoshang.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.AssessmentScore.Decision;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssessmentScoreTest {

  private static final List<String> PARTS = List.copyOf(AssessmentScore.WEIGHTS.keySet());

  @Test
  void the_parts_add_up_to_a_hundred() {
    assertThat(AssessmentScore.WEIGHTS.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(100);
    assertThat(score("strong", "strong", "strong", "strong", "strong", "strong").total())
        .isEqualTo(100);
  }

  @Test
  void every_part_shows_its_points() {
    AssessmentScore score = score("strong", "fair", "weak", "fair", "strong", "weak");
    assertThat(score.parts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "money", 20,
                "ability", 15,
                "methods", 3,
                "network", 9,
                "reputation", 15,
                "intent", 2));
    assertThat(score.total()).isEqualTo(64);
  }

  @Test
  void clear_intent_earns_a_second_visit_and_so_does_a_high_score_without_it() {
    assertThat(score("fair", "fair", "fair", "fair", "fair", "strong").decision())
        .isEqualTo(Decision.SECOND_VISIT);
    assertThat(score("strong", "strong", "strong", "fair", "strong", "weak").decision())
        .isEqualTo(Decision.SECOND_VISIT);
    assertThat(score("fair", "fair", "fair", "fair", "fair", "fair").decision())
        .isEqualTo(Decision.WAIT);
  }

  @Test
  void a_bad_name_earns_no_second_visit_however_high_the_score() {
    assertThat(score("strong", "strong", "strong", "strong", "weak", "strong").decision())
        .isEqualTo(Decision.WAIT);
  }

  @Test
  void what_is_not_graded_counts_nothing() {
    AssessmentScore score = score("strong", "fair");
    assertThat(score.total()).isEqualTo(35);
    assertThat(score.decision()).isEqualTo(Decision.NO);
  }

  private static AssessmentScore score(String... grades) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    for (int i = 0; i < grades.length; i++) {
      Value value = new Value.Text(grades[i]);
      facts.put(
          PARTS.get(i),
          new Fact(value, grades[i], List.of(), FactState.KNOWN, "t", Instant.EPOCH, 1));
    }
    Distributor begun = Distributor.begun("d", "rep", Instant.EPOCH);
    return AssessmentScore.of(
        begun.with(
            new DistributorChange(
                "k", "t", Instant.EPOCH, "d", "rep", facts, List.of(), "", null)));
  }
}
