package dev.zhaoshang.understanding.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.understanding.checklist.TickWords.Ticked;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickWordsTest {

  private static final List<List<String>> NAMES =
      List.of(
          List.of("公司介绍", "Company", "公司"),
          List.of("保证金", "Deposit"),
          List.of("市场保护", "Protection"));

  private final TickWords words = new TickWords(Lexicon.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 3|0,2",
        "1、2、3|0,1,2",
        "第2条讲了|1",
        "2和3都说过了|1,2",
        "1,2 done|0,1",
        "保证金讲了|1",
        "讲了公司 也讲了保证金|0,1",
        "told him about the deposit|1",
        "都讲过了|0,1,2",
        "all done|0,1,2",
        "全部準備好了|0,1,2"
      })
  void items_are_ticked_by_number_by_name_and_all_at_once(String text, String items) {
    List<Integer> expected = List.of(items.split(",")).stream().map(Integer::valueOf).toList();
    assertThat(words.read(text, NAMES).map(Ticked::items)).as(text).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"讲了", "说过了", "好了", "told him", "done", "搞定"})
  void a_bare_done_ticks_what_is_shown(String text) {
    assertThat(words.read(text, NAMES)).as(text).contains(new Ticked(List.of(), true, ""));
  }

  @Test
  void a_number_with_words_is_a_tick_with_a_note() {
    assertThat(words.read("2 他嫌保证金高", NAMES)).contains(new Ticked(List.of(1), false, "他嫌保证金高"));
    assertThat(words.read("第3条：他问串货谁管", NAMES)).contains(new Ticked(List.of(2), false, "他问串货谁管"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "保证金还没讲",
        "保证金讲了吗",
        "9",
        "20个临床代表",
        "手机 13812345678",
        "他说保证金太高了",
        "haven't told him the deposit"
      })
  void what_was_not_done_or_tells_something_else_ticks_nothing(String text) {
    assertThat(words.read(text, NAMES)).as(text).isEqualTo(Optional.empty());
  }
}
