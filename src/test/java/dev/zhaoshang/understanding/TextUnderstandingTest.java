package dev.zhaoshang.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextUnderstandingTest {

  @Test
  void one_message_fills_six_fields_of_four_aspects() {
    Meaning meaning = read("王建国 苏州康泰医药 13812345678 挂靠的 临床20个人 想做苏州无锡", null);
    assertThat(meaning.intent()).isEqualTo(Intent.ANSWER);
    assertThat(values(meaning))
        .isEqualTo(
            Map.of(
                "name", "王建国",
                "company", "苏州康泰医药",
                "mobile", "13812345678",
                "nature", "affiliated",
                "clinicalReps", 20,
                "wantedRegions", List.of("苏州", "无锡")));
  }

  @Test
  void regions_carry_their_codes_and_stay_as_typed() {
    Found found = field(read("蘇州、無錫市", "wantedRegions"), "wantedRegions");
    assertThat(found.value()).isEqualTo(new Value.Items(List.of("蘇州", "無錫")));
    assertThat(found.codes()).containsExactly("320500", "320200");
  }

  @ParameterizedTest
  @CsvSource({
    "mobile, 138123456789, mobile.length",
    "mobile, 手机1381234567, mobile.length",
    "postcode, 21500, postcode.length",
    "clinicalReps, -5, count.range",
    "clinicalReps, 一百万个, count.range",
    "clinicalReps, 十几个, count.vague",
    "wantedRegions, 亚特兰蒂斯, region.unknown",
  })
  void words_that_cannot_be_read_say_why(String asked, String text, String problem) {
    Found found = field(read(text, asked), asked);
    assertThat(found.value()).isNull();
    assertThat(found.problem()).isEqualTo(problem);
  }

  @Test
  void a_correction_holds_only_the_new_value() {
    Meaning meaning = read("手机记错了 不是13812345678 是13912345678", "team");
    assertThat(meaning.intent()).isEqualTo(Intent.CORRECT);
    assertThat(values(meaning)).isEqualTo(Map.of("mobile", "13912345678"));
  }

  @Test
  void a_change_with_its_new_value_is_a_correction_and_without_one_a_command() {
    assertThat(values(read("change promoters to 7", "fax"))).isEqualTo(Map.of("promoters", 7));
    Meaning command = read("改一下第3个", "fax");
    assertThat(command.command()).isEqualTo(Command.CHANGE);
    assertThat(command.argument()).isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource({
    "不知道, UNKNOWN",
    "没问到, UNKNOWN",
    "他不肯说, REFUSED",
    "won't say, REFUSED",
    "下次再问, SKIPPED",
    "skip, SKIPPED",
  })
  void a_skip_tells_its_kind(String text, FactState kind) {
    Meaning meaning = read(text, "similarPolicy");
    assertThat(meaning.intent()).isEqualTo(Intent.SKIP);
    assertThat(meaning.skip()).isEqualTo(kind);
    assertThat(meaning.fields()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "换到王总, SWITCH, 王总",
    "switch to Mr Li, SWITCH, Mr Li",
    "/leads, LIST,",
    "/status@zhaoshang_bot, STATUS,",
    "撤销, UNDO,",
    "撤銷, UNDO,",
    "为什么问这个, WHY,",
    "再说一遍, REPEAT,",
    "他要挂电话了, HURRY,",
    "about to hang up, HURRY,",
    "帮我导出一下, COPY,",
    "还有哪些没填, STATUS,",
    "/objection 价格, OBJECTION, 价格",
    "/lang en, LANGUAGE, en",
    "切换到英文, LANGUAGE, en",
    "谢谢, CHAT,",
  })
  void commands_are_heard_in_any_question(String text, Command command, @Nullable String argument) {
    for (String asked : new String[] {null, "mobile", "requirements"}) {
      Meaning meaning = read(text, asked);
      assertThat(meaning.command()).as(text).isEqualTo(command);
      assertThat(meaning.argument()).as(text).isEqualTo(argument);
      assertThat(meaning.fields()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"苏州现在有代理了吗, wantedRegions", "what is the deposit, requirements", "今天真热 哈哈, address"})
  void a_question_or_small_talk_writes_nothing(String text, String asked) {
    Meaning meaning = read(text, asked);
    assertThat(meaning.intent()).isEqualTo(Intent.OTHER);
    assertThat(meaning.fields()).isEmpty();
  }

  @Test
  void an_objection_beside_an_answer_is_heard_and_the_answer_kept() {
    Meaning meaning = scored(0.9).read("20个人 但他嫌价格高", "clinicalReps");
    assertThat(meaning.intent()).isEqualTo(Intent.OBJECTION);
    assertThat(meaning.fired()).containsExactly("priceTooHigh");
    assertThat(values(meaning)).isEqualTo(Map.of("clinicalReps", 20));
  }

  @Test
  void a_complaint_that_answers_a_free_question_is_the_answer_unless_it_speaks_of_us() {
    Understanding understanding = scored(0.9);
    assertThat(understanding.read("价格太高 卖不动", "similarStopReason").intent())
        .isEqualTo(Intent.ANSWER);
    assertThat(understanding.read("你们价格太高 卖不动", "similarStopReason").intent())
        .isEqualTo(Intent.OBJECTION);
  }

  @Test
  void the_language_is_that_of_the_words() {
    assertThat(read("主要做 OTC", null).language()).isEqualTo(Language.ZH);
    assertThat(read("mostly hospitals here", null).language()).isEqualTo(Language.EN);
    assertThat(read("13812345678", null).language()).isNull();
  }

  /** Hears the price objection in every text that has the word for price. */
  private static Understanding scored(double score) {
    return new TextUnderstanding(
        Readers.CONTENT,
        text ->
            List.of(
                new Meaning.Scored("priceTooHigh", text.contains("价格") ? score : 0.01),
                new Meaning.Scored("noFunds", 0.01)),
        0.5);
  }

  private static Meaning read(String text, @Nullable String asked) {
    return Readers.WITHOUT_OBJECTIONS.read(text, asked);
  }

  private static Found field(Meaning meaning, String id) {
    return meaning.fields().stream().filter(f -> f.field().equals(id)).findFirst().orElseThrow();
  }

  private static Map<String, Object> values(Meaning meaning) {
    return meaning.fields().stream()
        .filter(f -> f.value() != null)
        .collect(Collectors.toMap(Found::field, f -> f.value().raw()));
  }
}
