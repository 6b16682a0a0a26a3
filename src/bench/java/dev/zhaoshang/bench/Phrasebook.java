package dev.zhaoshang.bench;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What reps of the benchmark say, put together by dice; none of it is from a set to evaluate on.
 */
final class Phrasebook {

  private static final List<String> SURNAMES =
      List.of("赵", "钱", "孙", "周", "吴", "郑", "冯", "蒋", "沈", "韩", "朱", "秦", "许", "何", "吕", "曹");
  private static final List<String> GIVEN =
      List.of("志强", "海燕", "文斌", "晓东", "丽华", "建军", "云飞", "雪梅", "国栋", "佳怡", "永胜", "春兰");
  private static final List<String> CITIES =
      List.of("苏州", "无锡", "南通", "扬州", "绍兴", "嘉兴", "合肥", "芜湖", "济南", "烟台", "长沙", "株洲");
  private static final List<String> FIRMS =
      List.of("恒瑞", "康乐", "仁和", "百草", "天润", "益民", "华康", "盛泰", "瑞安", "同济", "弘德", "安泰");
  private static final List<String> NATURES = List.of("个人做的", "挂靠的", "自己有公司", "民营公司");
  private static final List<String> REGIONS =
      List.of("想做%s", "只要%s一个市", "%s他自己跑 别的分出去", "地盘就在%s周边");
  private static final List<String> TEAMS =
      List.of("临床%d个人", "手下%d个临床代表", "otc那边%d个", "%d个促销 临床没人");
  private static final List<String> PRODUCTS =
      List.of("手上在做阿莫西林和头孢", "主推一个止咳糖浆", "现在卖感冒颗粒 一个月三千盒", "想要我们的胃药");
  private static final List<String> OBJECTIONS =
      List.of(
          "他觉得我们报价偏高 没赚头",
          "这牌子他压根没听过 怕推不动",
          "他问能不能先铺货 卖完再结",
          "手里资金都压着 暂时拿不出钱进货",
          "他担心疗效 怕有不良反应找他",
          "同类的他已经跟别家签了",
          "上家任务压得紧 他腾不出手",
          "说我们比另外那家差一截",
          "這個價位他說做不下去",
          "回款慢他怕先垫钱");
  private static final List<String> CORRECTIONS = List.of("不对 手机是%s", "手机错了 改成%s", "刚才号码报错了 应该是%s");
  private static final List<String> ENGLISH =
      List.of(
          "he runs a private company with 12 clinical reps in Suzhou",
          "she wants Wuxi and Nantong, sells mostly to pharmacies",
          "he says the price leaves him nothing",
          "never heard of our brand, she is not sure it would sell");
  private static final List<String> SMALL_TALK =
      List.of("你好", "在吗", "/status", "/leads", "为什么问这个", "撤销", "今天跑了一天真累", "/help");

  /** Answers by what was asked; for the rest there is {@link #NO_ANSWER}. */
  private static final Map<String, List<String>> ANSWERS =
      Map.ofEntries(
          Map.entry("nature", List.of("挂靠", "个人", "公司")),
          Map.entry("ownership", List.of("民营", "国有")),
          Map.entry("channel", List.of("临床", "OTC", "批发")),
          Map.entry("mainChannel", List.of("临床", "OTC", "批发")),
          Map.entry("team", List.of("20", "八个临床 两个促销", "十来个")),
          Map.entry("clinicalReps", List.of("20", "十二", "没有")),
          Map.entry("otcReps", List.of("5", "没有", "七八个")),
          Map.entry("promoters", List.of("3", "没有")),
          Map.entry("approach", List.of("临床 自己做", "otc 靠分销")),
          Map.entry("focus", List.of("临床", "otc")),
          Map.entry("salesMode", List.of("直销", "分销")),
          Map.entry("territory", List.of("苏南", "合肥和芜湖", "整个山东")),
          Map.entry("wantedRegions", List.of("苏南", "合肥和芜湖", "整个山东")),
          Map.entry("mainProducts", List.of("头孢 阿莫西林", "止咳糖浆")),
          Map.entry("targetProduct", List.of("胃药", "那个感冒颗粒")),
          Map.entry("similarExperience", List.of("做过", "没有")));

  private static final List<String> NO_ANSWER = List.of("不知道", "他不肯说", "跳过");

  private final Random random;

  /** With the same dice it says the same. */
  Phrasebook(Random random) {
    this.random = random;
  }

  /** A line of a kind that does not depend on what was asked. */
  String line(Kind kind) {
    return switch (kind) {
      case NEW_DISTRIBUTOR ->
          String.join(" ", "新客户", name(), company(), mobile(), one(NATURES), team(), region());
      case SEVERAL_FIELDS -> String.join(" ", team(), region(), one(PRODUCTS));
      case OBJECTION -> one(OBJECTIONS);
      case OBJECTION_AND_FIELD -> team() + " 不过" + one(OBJECTIONS);
      case CORRECTION -> one(CORRECTIONS).formatted(mobile());
      case ENGLISH -> one(ENGLISH);
      case SMALL_TALK, BUTTON, BARE -> one(SMALL_TALK);
    };
  }

  /**
   * A bare answer.
   *
   * @param asks the aspect or field that was asked; empty for none
   */
  String answer(String asks) {
    return switch (asks) {
      case "contact", "name" -> name();
      case "company" -> company();
      case "mobile" -> mobile();
      default -> one(ANSWERS.getOrDefault(asks, NO_ANSWER));
    };
  }

  String name() {
    return one(SURNAMES) + one(GIVEN);
  }

  String company() {
    return one(CITIES) + one(FIRMS) + one(FIRMS) + "医药有限公司";
  }

  /** One in twenty belongs to a stored distributor, so that duplicates are met. */
  private String mobile() {
    return random.nextInt(20) == 0
        ? StoredDistributors.mobile(random.nextInt(StoredDistributors.FEW))
        : "139%08d".formatted(random.nextInt(100_000_000));
  }

  private String team() {
    return one(TEAMS).formatted(1 + random.nextInt(40));
  }

  private String region() {
    return one(REGIONS).formatted(city());
  }

  String city() {
    return one(CITIES);
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
