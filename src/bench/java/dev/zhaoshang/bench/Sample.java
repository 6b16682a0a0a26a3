package dev.zhaoshang.bench;

import java.util.List;

/** Texts to read, by kind, with what was asked when they were typed. Public for JMH. */
public enum Sample {
  BARE("clinicalReps", "20", "十二个", "没有", "大概三四十"),
  ONE_FIELD("mobile", "手机 139 2201 8876", "一三八零零二二一九九四", "号码139-5567-0021"),
  SEVERAL_FIELDS(
      "contact",
      "周文斌 扬州天润医药有限公司 13955670021 挂靠 临床12个人 想做扬州泰州",
      "公司是民营的 主要走药店 促销6个 地盘在嘉兴绍兴",
      "手上做头孢和止咳糖浆 一个月两千盒 临床代表十来个"),
  OBJECTION("team", "他觉得咱们报价偏高 落不下几个钱", "牌子没人认 他怕铺下去动不了", "要先拿货 卖了再打款"),
  FIELD_AND_OBJECTION("team", "临床15个 不过他说资金都压在别家", "想做合肥芜湖 但嫌扣率高没空间"),
  NEITHER("team", "今天见了一面 聊得还行", "他说回头跟合伙人商量商量", "我先去吃个饭 等会儿接着打"),
  TRADITIONAL("team", "臨床二十個人 想做蘇州無錫", "他覺得這個價位太高了 做不下去"),
  ENGLISH(
      "team",
      "he has 12 clinical reps and wants Suzhou and Wuxi",
      "she says our price leaves her nothing to earn",
      "never heard of the brand, not sure it would sell"),
  LONG("contact", "周文斌 扬州天润医药有限公司 挂靠 临床12个人 想做扬州泰州 他说价格高了点 ".repeat(8)),
  LONGEST("contact", "今天聊了很久 他说市场不好做 临床12个人 想做扬州泰州 ".repeat(345));

  private final String asked;
  private final String lines;

  Sample(String asked, String... texts) {
    this.asked = asked;
    this.lines = String.join("\n", texts);
  }

  String asked() {
    return asked;
  }

  List<String> texts() {
    return lines.lines().toList();
  }

  /**
   * Whether a rep would type it; the longest text that is taken is measured, too, without budget.
   */
  boolean isTyped() {
    return this != LONGEST;
  }
}
