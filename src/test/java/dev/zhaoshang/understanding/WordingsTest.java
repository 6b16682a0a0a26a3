package dev.zhaoshang.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values, corrections and skips are worded when they are typed in a hurry. */
class WordingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - | Ng Chee Keong, 13700002211, otc | name | Ng Chee Keong
          - | Mr Lee Kah Wai - Perak Herbal Pharmacy, otc | name | Lee Kah Wai
          nature | 谈秋生 没公司 单干 | name | 谈秋生
          contact | 对方叫扎西多吉 13700002211 | name | 扎西多吉
          contact | 电话 02-87651234 | officePhone | 02-87651234
          - | 屈明轩单位是宜春惠康医药有限公司电话13700002211 | company | 宜春惠康医药有限公司
          address | Flat 6, Jinhai Tower, 20 Renmin Rd | address | Flat 6, Jinhai Tower, 20 Renmin Rd
          - | 主推OTC 手下40号人 otc占18 | otcReps | 18
          """)
  void contacts_are_read_as_they_are_typed(String asked, String text, String field, String value) {
    assertThat(values(read(text, asked)).get(field)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          team | 临床9个😂 促销2个 | promoters | 2
          similarVolume | 一个月 600 盒 | similarVolume | 一个月 600 盒
          currentProducts | 主卖乌灵胶囊 一年走 3 万盒 | productsPerformance | 一年走 3 万盒
          currentProducts | sells metformin, about 2,400 boxes a month | productsPerformance | about 2,400 boxes a month
          """)
  void signs_end_a_clause_and_blanks_or_commas_in_a_number_do_not(
      String asked, String text, String field, String value) {
    assertThat(values(read(text, asked)).get(field)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - | she wants Wuxi and Nantong, sells mostly to pharmacies
          currentProducts | 只要济南一个市
          """)
  void to_whom_or_where_somebody_sells_is_no_product(String asked, String text) {
    assertThat(values(read(text, asked))).doesNotContainKey("mainProducts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clinicalReps | 十来号吧 准确说十三 | 13
          clinicalReps | 22，刚招了4个 | 22
          team | 原先临床18 现在剩12 | 12
          team | 管医院的医药代表六位 | 6
          """)
  void of_several_numbers_the_one_that_holds_now_counts(String asked, String text, int count) {
    assertThat(values(read(text, asked))).isEqualTo(Map.of("clinicalReps", count));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mainProducts | 稳心颗粒 血脂康 就这两样 | mainProducts | [稳心颗粒, 血脂康]
          mainProducts | 卖的杂 拿得出手的是乌灵胶囊 | mainProducts | [乌灵胶囊]
          similarProduct | 我记得好像叫通心舒 | similarProduct | 通心舒
          similarProduct | it was something called Xinnaoning | similarProduct | Xinnaoning
          targetProduct | 就那个护肝宁片 | targetProduct | 护肝宁片
          similar | 早年卖过诺和灵 19一盒 | similarProduct | 诺和灵
          similar | 早年卖过诺和灵 人家19一盒 | similarPrice | 人家19一盒
          - | 市场反馈说太甜 | marketFeedback | 市场反馈说太甜
          - | 要求就两条 账期一月 样品管够 专人对接 | requirements | 就两条 账期一月 样品管够 专人对接
          requirements | 发票当月开 挂靠的 | nature | affiliated
          """)
  void products_and_free_words_begin_behind_what_hedges_or_announces_them(
      String asked, String text, String field, String value) {
    assertThat(values(read(text, asked)).get(field)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          territory | 整个鲁中 淄博放给下家 莱芜自己盯 | wantedRegions | [鲁中]
          territory | 整个鲁中 淄博放给下家 莱芜自己盯 | directRegions | [莱芜]
          wantedRegions | 温州跟丽水 台州他没想要 | wantedRegions | [温州, 丽水]
          territory | 除了市区 全县都拿 | wantedScope | 全县都拿
          territory | 五个县 哪几个没讲 | wantedScope | 五个县
          - | 分销那块记错了 是九江 | distributionRegions | [九江]
          """)
  void regions_are_told_by_the_words_beside_them(
      String asked, String text, String field, String value) {
    Map<String, Object> values = values(read(text, asked));
    assertThat(values.get(field)).hasToString(value);
    assertThat(values).doesNotContainKey("salesMode");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - | 性质那栏得改 是挂靠 | nature | affiliated
          - | otc人数我整岔了 是6个 | otcReps | 6
          name | 不叫张军 叫张均 | name | 张均
          - | i said affiliated, wrong, it's an individual | nature | individual
          """)
  void a_correction_needs_none_of_the_usual_words(
      String asked, String text, String field, String value) {
    Meaning meaning = read(text, asked);
    assertThat(meaning.intent()).isEqualTo(Intent.CORRECT);
    assertThat(values(meaning).get(field)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postcode | 哪个记得清嘛
          officePhone | 过两天再補給你
          directRegions | ⏩
          similarVolume | 年头久了 记不得
          address | 说等寄样再给
          interest | 等他老婆回来才肯告诉我
          similarPolicy | 他得先请示股东
          wantedScope | 他说看政策
          similarPolicy | 他支支吾吾的 这栏掠过
          requirements | 他那边上菜了 这条改天补
          promoters | felt awkward pushing, circle back to it later
          wantedScope | 等他股东开完会再给准信
          """)
  void a_skip_is_no_reminder_and_needs_none_of_the_usual_words(String asked, String text) {
    Meaning meaning = read(text, asked);
    assertThat(meaning.intent()).isEqualTo(Intent.SKIP);
    assertThat(meaning.command()).isNotEqualTo(Command.FOLLOW_UP);
    assertThat(meaning.fields()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          marketFeedback | 孩子不肯吃 嫌味道冲
          marketFeedback | 诊所说回头客不少
          productsMethod | 嗯就是挨个诊所请吃饭
          similarStopReason | 厂家返利拖着没给
          similarStopReason | 窜货多得没法管
          """)
  void an_answer_in_the_reps_own_words_is_no_skip_and_no_small_talk(String asked, String text) {
    Meaning meaning = read(text, asked);
    assertThat(meaning.intent()).isEqualTo(Intent.ANSWER);
    assertThat(values(meaning)).containsKey(asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          address | 我在中山路堵着呢
          wantedRegions | 前天在绍兴喝多了
          similarVolume | 现在几点啦
          fax | 哪还有什么机器
          """)
  void what_the_rep_does_or_wonders_writes_nothing(String asked, String text) {
    Meaning meaning = read(text, asked);
    assertThat(meaning.intent()).isEqualTo(Intent.OTHER);
    assertThat(meaning.command()).isNull();
    assertThat(meaning.fields()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          辛苦咯
          喂喂 在不在啊
          """)
  void interjections_are_no_names(String text) {
    assertThat(values(read(text, "-"))).isEmpty();
  }

  private static Meaning read(String text, String asked) {
    @Nullable String question = asked.equals("-") ? null : asked;
    return Readers.WITHOUT_OBJECTIONS.read(text, question);
  }

  private static Map<String, Object> values(Meaning meaning) {
    return meaning.fields().stream()
        .filter(f -> f.value() != null)
        .collect(Collectors.toMap(Found::field, f -> f.value().raw()));
  }
}
