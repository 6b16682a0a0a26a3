package dev.zhaoshang.understanding.beyond;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.DialogFiles;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.understanding.Readers;
import dev.zhaoshang.understanding.text.HanlpScript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ninth card, drafted from what a rep met. */
class FurtherCardsTest {

  private static final FurtherCards CARDS = new FurtherCards(withCard(), new HanlpScript());

  private static Content withCard() {
    try (InputStream in = FurtherCardsTest.class.getResourceAsStream("/template/objection.yml")) {
      String template =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> texts = new TreeMap<>(DialogFiles.in(Path.of("dialogs")).texts());
      texts.put("objections/ramadan.yml", template.replace("{words}", "斋月里他不谈生意 让我过完节再打"));
      return new Dialogs(Set.of()).load(DialogFiles.of(texts));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"斋月他不谈生意", "他說齋月裡不談生意 怎麼回"})
  void what_is_nearest_to_its_example_gets_the_further_card(String text) {
    assertThat(CARDS.of(text)).contains("ramadan");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"你们价格太高了", "客戶說沒聽過你們牌子", "现在没有资金 等等再说", "too expensive", "13812345678", ""})
  void what_is_nearer_to_others_or_to_nothing_does_not(String text) {
    assertThat(CARDS.of(text)).isEmpty();
  }

  @Test
  void every_example_of_the_eight_stays_with_them() {
    List<String> lost =
        Readers.CONTENT.objections().values().stream()
            .flatMap(card -> card.examples().values().stream())
            .flatMap(List::stream)
            .filter(example -> CARDS.of(example).isPresent())
            .toList();
    assertThat(lost).isEmpty();
  }

  @Test
  void where_there_is_none_nothing_gets_one() {
    FurtherCards none = new FurtherCards(Readers.CONTENT, new HanlpScript());
    assertThat(none.of("斋月里他不谈生意 让我过完节再打")).isEmpty();
  }
}
