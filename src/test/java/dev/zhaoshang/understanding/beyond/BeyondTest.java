package dev.zhaoshang.understanding.beyond;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.understanding.Readers;
import dev.zhaoshang.understanding.text.HanlpScript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objections that none of the eight cards is for. */
class BeyondTest {

  private static final Beyond BEYOND = new Beyond(Readers.CONTENT, new HanlpScript());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "客户说他老婆不同意换厂家 我怎么回",
        "客户说这个病种他那边没什么病人 怎么回",
        "he says his wife decides and she is against it, how do I answer"
      })
  void what_is_nearer_to_something_else_is_covered_by_no_card(String text) {
    assertThat(BEYOND.of(text, 0.5)).contains(Beyond.UNCOVERED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"你们价格太高了", "客戶說沒聽過你們牌子", "现在没有资金 等等再说", "too expensive", "13812345678", ""})
  void the_eight_and_what_is_near_to_nothing_are_left_to_the_scorer(String text) {
    assertThat(BEYOND.of(text, 0.5)).isEmpty();
  }

  @Test
  void every_example_of_the_eight_stays_with_them() {
    List<String> lost =
        Readers.CONTENT.objections().values().stream()
            .flatMap(card -> card.examples().values().stream())
            .flatMap(List::stream)
            .filter(example -> BEYOND.of(example, 0.5).isPresent())
            .toList();
    assertThat(lost).isEmpty();
  }

  @Test
  void what_the_learnt_model_makes_of_it_counts_too() {
    String odd = "客户说要等他师傅从外地回来 怎么接";
    assertThat(BEYOND.of(odd, 0.9)).contains(Beyond.UNCOVERED);
    assertThat(BEYOND.of("客户说他老婆不同意换厂家 我怎么回", 0.01)).isEmpty();
    assertThat(BEYOND.of("你们价格太高了", 0.9)).isEmpty();
  }
}
