package dev.zhaoshang.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which answer of a card comes next. */
class CardOrderTest {

  private static final List<String> VARIANTS = List.of("a", "b", "c", "d");

  @Test
  void without_data_the_answers_come_in_the_order_of_the_card() {
    assertThat(next(List.of(), "company")).isEqualTo("a");
    assertThat(next(List.of(tally("a", "company", 1, 0, 0)), "company")).isEqualTo("b");
  }

  @Test
  void the_best_lower_bound_wins_over_the_best_rate() {
    List<CardTally> tallies =
        List.of(
            tally("a", "company", 10, 0, 8),
            tally("b", "company", 40, 30, 10),
            tally("c", "company", 10, 1, 0));
    assertThat(next(tallies, "company")).isEqualTo("b");
  }

  @Test
  void every_fourth_time_the_least_tried_answer_has_its_turn() {
    List<CardTally> tallies =
        List.of(tally("a", "company", 40, 30, 0), tally("b", "company", 3, 0, 0));
    assertThat(next(tallies, "company")).isEqualTo("c");
  }

  @Test
  void a_nature_of_distributor_with_outcomes_enough_speaks_for_itself() {
    List<CardTally> tallies =
        List.of(
            tally("a", "company", 40, 30, 5),
            tally("a", "individual", 8, 0, 8),
            tally("b", "individual", 8, 6, 2));
    assertThat(next(tallies, "individual")).isEqualTo("b");
    assertThat(next(tallies, "company")).isEqualTo("a");
  }

  @Test
  void the_latest_answer_never_comes_again_at_once_and_others_only_when_all_were_seen() {
    CardOrder order = new CardOrder(VARIANTS, List.of(tally("a", "x", 40, 39, 1)), "x");
    assertThat(order.next(List.of("a"))).isNotEqualTo("a");
    assertThat(order.next(List.of("b", "c", "d"))).isEqualTo("a");
    assertThat(order.next(List.of("b", "c", "d", "a"))).isNotEqualTo("a");
  }

  @Test
  void new_answers_are_found_even_when_an_old_one_works() {
    List<CardTally> tallies = new ArrayList<>(List.of(tally("a", "x", 20, 20, 0)));
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String last = shown.isEmpty() ? "b" : shown.get(shown.size() - 1);
      String next = new CardOrder(VARIANTS, tallies, "x").next(List.of(last));
      shown.add(next);
      CardTally before =
          tallies.stream()
              .filter(tally -> tally.variant().equals(next))
              .findFirst()
              .orElseGet(() -> CardTally.empty("o", next, "x"));
      tallies.remove(before);
      tallies.add(before.shownAgain(true));
    }
    assertThat(shown).contains("a", "b", "c", "d");
  }

  @Test
  void the_interval_is_that_of_Wilson() {
    // 10 of 15: 0.4171 to 0.8482, as published calculators give it.
    assertThat(Wilson.of(10, 15).low()).isCloseTo(0.4171, within(0.0005));
    assertThat(Wilson.of(10, 15).high()).isCloseTo(0.8482, within(0.0005));
    assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(0, 1));
  }

  private static String next(List<CardTally> tallies, String nature) {
    return new CardOrder(VARIANTS, tallies, nature).next(List.of());
  }

  private static CardTally tally(String variant, String nature, int shown, int won, int lost) {
    String id = CardTally.id("o", variant, nature);
    return new CardTally(id, "o", variant, nature, shown, shown, won, lost, 0, 0);
  }
}
