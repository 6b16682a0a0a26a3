package dev.zhaoshang.understanding.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Objection;
import dev.zhaoshang.content.Practice;
import dev.zhaoshang.content.Practice.Exercise;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.understanding.Readers;
import dev.zhaoshang.understanding.objection.ObjectionLearner;
import dev.zhaoshang.understanding.practice.Verdict.Breach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJudgeTest {

  private final Practice practice = Readers.CONTENT.practice();
  private static final AnswerJudge JUDGE =
      new AnswerJudge(
          Readers.CONTENT.practice(),
          Readers.CONTENT.compliance(),
          ObjectionLearner.load().vectors());

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_model_answer_passes_and_makes_most_of_its_points(Language language) {
    for (String objection : Objection.IDS) {
      Exercise exercise = practice.exercise(objection).orElseThrow();
      Verdict verdict = JUDGE.judge(exercise, exercise.model().in(language));
      assertThat(verdict.passed()).as(objection + " " + verdict).isTrue();
      assertThat(verdict.points().size())
          .as(objection + " " + verdict)
          .isGreaterThanOrEqualTo(exercise.points().size() - 1);
    }
  }

  @Test
  void what_the_customer_says_is_no_answer() {
    for (Exercise exercise : practice.exercises().values()) {
      exercise
          .openings()
          .forEach(
              opening -> {
                assertThat(JUDGE.judge(exercise, opening.say().zh()).passed())
                    .as(opening.say().zh())
                    .isFalse();
                assertThat(JUDGE.judge(exercise, opening.say().en()).passed())
                    .as(opening.say().en())
                    .isFalse();
              });
    }
  }

  @Test
  void points_are_told_whatever_the_script_and_the_width() {
    assertThat(judge("priceTooHigh", "我們不打價格戰，講的是性價比").points()).contains("noPriceWar", "value");
  }

  @ParameterizedTest
  @CsvSource({
    "shipBeforePay, 没收到您的款系统根本不让出库，老客户也一样, financeRule",
    "hasOtherBrand, 把鸡蛋分几个篮子装，心里踏实, moreChoices",
    "currentBrandPressure, 架子上空了您再要货，不用往库里堆, noStockPressure",
    "priceTooHigh, whatever figure I name there is always a lower one around the corner, noOneLowest",
  })
  void a_point_made_in_other_words_is_made(String objection, String answer, String point) {
    assertThat(judge(objection, answer).points()).contains(point);
  }

  @ParameterizedTest
  @CsvSource({
    "priceTooHigh, 我们公司历史悠久，欢迎随时来电洽谈",
    "qualityDoubt, please trust us and think it over once more",
  })
  void politeness_makes_no_point(String objection, String answer) {
    assertThat(judge(objection, answer).points()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hasOtherBrand, 他们那个牌子质量差您也知道，我们有差异，多一个选择, attacksOtherBrand",
    "noFunds, 我帮您算利润空间，您看了再定，实在没钱我先给您发货卖完再给, promiseOutsidePolicy",
    "qualityDoubt, 质检报告给您，药剂科主任那边我准备个红包, unlawfulInducement",
    "qualityDoubt, 检验报告我发您，我们的有效率百分之九十九, inventedFact",
    "unknownBrand, 那好吧，不打扰您了, gaveUp",
    "priceTooHigh, we offer value and several tiers and I'll give you a special discount, promiseOutsidePolicy",
    "worseThanCompetitor, we have our own way of working and won't argue but their product is junk, attacksOtherBrand",
  })
  void a_must_not_fails_an_answer_however_good_the_rest(
      String objection, String answer, String mustNot) {
    Verdict verdict = judge(objection, answer);
    assertThat(verdict.breaches()).extracting(Breach::mustNot).contains(mustNot);
    assertThat(verdict.passed()).isFalse();
  }

  @Test
  void a_breach_is_told_in_the_words_that_were_typed() {
    assertThat(judge("qualityDoubt", "檢驗報告給您，我們零副作用").breaches())
        .extracting(Breach::words)
        .contains("零副作用");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "零品牌概念、发展中的品牌、从零做起",
        "我会告诉客户我们是零品牌，正在发展",
        "标准答案：零品牌，发展中的品牌",
        "zero brand, growing brand",
        "I would tell the customer that we are a zero brand and growing"
      })
  void catchwords_and_talk_about_the_answer_are_not_said_to_a_customer(String answer) {
    Verdict verdict = judge("unknownBrand", answer);
    assertThat(verdict.said()).isFalse();
    assertThat(verdict.passed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "好", "。。。", "🙂", "ok", "?"})
  void next_to_nothing_passes_nothing(String answer) {
    for (String objection : Objection.IDS) {
      assertThat(judge(objection, answer).passed()).as(objection).isFalse();
    }
  }

  private Verdict judge(String objection, String answer) {
    return JUDGE.judge(practice.exercise(objection).orElseThrow(), answer);
  }
}
