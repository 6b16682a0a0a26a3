package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Button;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyboardTest {

  @Test
  void short_labels_share_a_row_of_three() {
    assertThat(labels("个人", "挂靠", "公司", "跳过"))
        .containsExactly(List.of("个人", "挂靠", "公司"), List.of("跳过"));
  }

  @Test
  void middling_labels_share_a_row_of_two_and_long_ones_have_their_own() {
    assertThat(labels("临床为主的渠道", "批发为主的渠道", "只做第三终端和基层医疗机构"))
        .containsExactly(List.of("临床为主的渠道", "批发为主的渠道"), List.of("只做第三终端和基层医疗机构"));
  }

  @Test
  void latin_letters_take_half_the_room() {
    assertThat(labels("Individual", "Affiliated", "Company"))
        .containsExactly(List.of("Individual", "Affiliated", "Company"));
  }

  @Test
  void what_the_platform_refuses_is_left_out() {
    List<Button> buttons =
        List.of(
            new Button("ok", "skip:mobile"),
            new Button(" ", "blank"),
            new Button("none", ""),
            new Button("long", "x".repeat(65)),
            new Button("bytes", "好".repeat(22)),
            new Button("just", "x".repeat(64)));
    assertThat(Keyboard.rows(buttons)).containsExactly(List.of(buttons.get(0), buttons.get(5)));
    assertThat(Keyboard.rows(List.of())).isEmpty();
  }

  private static List<List<String>> labels(String... labels) {
    List<Button> buttons = Stream.of(labels).map(label -> new Button(label, "b:" + label)).toList();
    return Keyboard.rows(buttons).stream()
        .map(row -> row.stream().map(Button::label).toList())
        .toList();
  }
}
