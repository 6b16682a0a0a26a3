package dev.zhaoshang.understanding.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Compliance;
import dev.zhaoshang.understanding.Readers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader finds in lines that do not stand in compliance.yml. */
class ComplianceReaderTest {

  private final ComplianceReader reader = new ComplianceReader(Readers.CONTENT.compliance());

  @ParameterizedTest
  @CsvSource({
    "刚才跟他讲了医生那块每盒给两块提成, doctorBenefit",
    "主任那里逢年过节送张购物卡, doctorBenefit",
    "醫生每盒返點三塊, doctorBenefit",
    "他想让我们帮着统方, prescriptionData",
    "我说了包進院沒問題, hospitalAccess",
    "多的部分打个人卡, hiddenRebate",
    "我已经答应给他月结三十天, credit",
    "跟老板承诺了全省独家, exclusivity",
    "这个做起来稳赚, sureProfit",
    "卖不完我们全部收回, buyBack",
    "我跟他说零副作用, falseEfficacy",
    "有个病人用药后起了皮疹, adverseReaction",
    "I told him we give the doctors cash per box, doctorBenefit",
    "promised him a special price, lowestPrice",
    "one patient was hospitalised after taking it, adverseReaction",
  })
  void words_that_may_not_be_said_are_found(String text, String rule) {
    assertThat(ids(text)).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "王建国 苏州康泰医药 13812345678 挂靠的 临床20个人",
        "他担心产品质量 怕吃出问题",
        "我们从来不给医生任何返点",
        "底价包销给代表",
        "他说要先发货再付款",
        "客户要求我们给他独家",
        "别家好不好我不评论",
        "价格按公司体系走",
        "they want the goods first and pay later",
        "he carries two brands and is happy with them",
      })
  void what_is_lawful_denied_or_only_asked_for_is_not_found(String text) {
    assertThat(ids(text)).isEmpty();
  }

  @Test
  void a_question_whether_one_may_is_no_denial() {
    assertThat(ids("能不能给医生返点")).contains("doctorBenefit");
    assertThat(ids("要不要私下返他一点")).contains("hiddenRebate");
  }

  @Test
  void a_hit_has_the_words_as_typed_and_what_to_say_instead() {
    ComplianceReader.Hit hit = reader.read("我答應給他先發貨了").get(0);
    assertThat(hit.words()).isEqualTo("答應給他先發貨");
    assertThat(hit.rule().instead().zh()).isNotBlank();
    assertThat(hit.rule().basis().en()).isNotBlank();
  }

  @Test
  void two_rules_in_one_text_are_two_hits_and_one_rule_twice_is_one() {
    assertThat(ids("我承诺给他独家，另外私下返两个点，私下返的现金")).containsExactly("exclusivity", "hiddenRebate");
  }

  @Test
  void every_inducement_names_the_law_and_the_guideline() {
    assertThat(Readers.CONTENT.compliance().rules())
        .filteredOn(rule -> rule.kind() == Compliance.Kind.INDUCEMENT)
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(rule -> assertThat(rule.basis().zh()).contains("《医药企业防范商业贿赂风险合规指引》"));
  }

  private List<String> ids(String text) {
    return reader.read(text).stream().map(hit -> hit.rule().id()).toList();
  }
}
