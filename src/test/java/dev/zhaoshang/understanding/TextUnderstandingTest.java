package dev.zhaoshang.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.act.ActLearner;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          临床20改成25 | clinicalReps | 25
          临床不是20，是二十五个 | clinicalReps | 25
          渠道批发改成临床 | mainChannel | clinical
          手机改成13912345678 | mobile | 13912345678
          区域苏州改成无锡 | wantedRegions | [无锡]
          """)
  void a_value_changed_into_another_is_the_other(String text, String field, String value) {
    Meaning meaning = read(text, null);
    assertThat(meaning.intent()).isEqualTo(Intent.CORRECT);
    assertThat(values(meaning).get(field)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          不想做江苏，只要浙江 | wantedRegions | [浙江]
          not interested in Jiangsu, only Zhejiang | wantedRegions | [Zhejiang]
          走药店的 | mainChannel | otc
          跑臨床 | mainChannel | clinical
          主打医院 | mainChannel | clinical
          主要走连锁 | mainChannel | otc
          跑临床代表20个 | clinicalReps | 20
          刚聊完仇总 | name | 仇总
          姓刀 刀美兰 | name | 刀美兰
          Mrs Xue Lihua | name | Xue Lihua
          Mary Chen from Greenfield Pharma | name | Mary Chen
          Mary Chen from Greenfield Pharma | company | Greenfield Pharma
          Second one: Mary Chen, Greenfield Pharma, 13812345678, wants Ningbo | name | Mary Chen
          govt owned | ownership | stateOwned
          """)
  void a_field_is_told_without_a_question(String text, String field, String value) {
    assertThat(values(read(text, null)).get(field)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mobile | yao san jiu ba qi liu wu er yao si san | mobile | 13987652143
          postcode | five three zero zero two one | postcode | 530021
          address | 88 Minzu Ave Rm 1203, Nanning | address | 88 Minzu Ave Rm 1203, Nanning
          company | 他们公司的名字叫做钦州海丰药业 | company | 钦州海丰药业
          mainProducts | 三个品规：血塞通、丹参滴丸 | mainProducts | [血塞通, 丹参滴丸]
          nature | 记成个人了 其实是挂靠 | nature | affiliated
          similar | yes, Xueshu capsules at 31 yuan | similarPrice | at 31 yuan
          productsMethod | 靠学术会 跑医院的代表7个 | clinicalReps | 7
          """)
  void a_field_is_told_while_one_is_asked(String asked, String text, String field, String value) {
    assertThat(values(read(text, asked)).get(field)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource({
    "he won't touch distribution, salesMode, distribution",
    "跑临床代表20个, mainChannel, clinical",
    "'he doesn''t do OTC, hospital only', mainChannel, otc",
  })
  void what_is_denied_or_counted_is_not_chosen(String text, String field, String not) {
    for (String asked : new String[] {null, "salesMode", "mainChannel"}) {
      assertThat(values(read(text, asked)).get(field)).as(asked).isNotEqualTo(not);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OTC大概两三百人, otcReps, count.vague",
    "OTC100多人, otcReps, count.vague",
    "临床一百多人, clinicalReps, count.vague",
    "临床-5人, clinicalReps, count.range",
    "临床负三个, clinicalReps, count.range",
    "手机 12812345678, mobile, mobile.invalid",
    "138123456789, mobile, mobile.length",
  })
  void what_cannot_be_so_is_said_when_nothing_is_asked(String text, String id, String problem) {
    Found found = field(read(text, null), id);
    assertThat(found.value()).isNull();
    assertThat(found.problem()).isEqualTo(problem);
  }

  @Test
  void a_verb_before_a_product_is_no_part_of_it() {
    assertThat(values(read("卖头孢克肟", "mainProducts")))
        .isEqualTo(Map.of("mainProducts", List.of("头孢克肟")));
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
    "第二个：李总, NEW, 李总",
    "再来一个：张总, NEW, 张总",
    "下一位：孙经理, NEW, 孙经理",
    "再记一个 王总, NEW, 王总",
    "new customer Mr Li, NEW, Mr Li",
    "next customer: Mary Chen, NEW, Mary Chen",
    "Second one: Mary Chen, NEW, Mary Chen",
    "merge, YES,",
    "开始, START,",
    "what else can I say, ANOTHER,",
    "重复, REPEAT,",
    "how are you, CHAT,",
  })
  void commands_are_heard_in_any_question(String text, Command command, @Nullable String argument) {
    for (String asked : new String[] {null, "mobile", "requirements"}) {
      Meaning meaning = read(text, asked);
      assertThat(meaning.command()).as(text).isEqualTo(command);
      assertThat(meaning.argument()).as(text).isEqualTo(argument);
      // Only the line that begins a new record tells something as well.
      boolean tells = command == Command.NEW && argument != null;
      assertThat(meaning.fields().isEmpty()).as(text).isEqualTo(!tells);
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
        new ActLearner().learn(Readers.CONTENT),
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
