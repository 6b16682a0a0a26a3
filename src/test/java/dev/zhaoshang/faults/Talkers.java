package dev.zhaoshang.faults;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Virtual reps with what they type: intake, objections, check-ins, promises. */
final class Talkers {

  /** Takes the last turn back. */
  static final String UNDO = "撤销";

  private static final long FIRST_ACCOUNT = 710_000;

  private static final List<String> LINES =
      List.of(
          "临床",
          "挂靠",
          "20个临床 5个OTC",
          "苏州和无锡",
          "不知道",
          "跳过",
          "他嫌价格太高",
          "没听过你们牌子",
          "他说没钱",
          "he says our price is too high",
          "/status",
          "日报",
          "今天拜访3家打了10个电话，没什么问题",
          "没有",
          "手机错了 改成139%08d",
          UNDO,
          "换个说法");

  private final int reps;
  private final Random random;
  private long lastUpdate;

  Talkers(int reps, Random random) {
    this.reps = reps;
    this.random = random;
  }

  /**
   * What a rep sends.
   *
   * @param id of the update
   * @param account of the rep
   * @param text typed
   * @param json as the platform has it
   */
  record Sent(long id, long account, String text, String json) {}

  static String rep(long account) {
    return "rep" + (account - FIRST_ACCOUNT);
  }

  /** Makes the reps known, as config/application.yml. */
  String settings() {
    return IntStream.range(0, reps)
        .mapToObj(
            n ->
                "    - {id: rep%d, name: rep%d, role: rep, accounts: [\"telegram:%d\"]}%n"
                    .formatted(n, n, FIRST_ACCOUNT + n))
        .collect(Collectors.joining("", "zhaoshang:\n  sweep: 3s\n  people:\n", ""));
  }

  /** The next line of some rep; the first of each is about where she is: by day. */
  Sent next() {
    long id = ++lastUpdate;
    long account = FIRST_ACCOUNT + (id <= reps ? id - 1 : random.nextInt(reps));
    return sent(id, account, id <= reps ? "时区 America/New_York" : line(id));
  }

  private String line(long id) {
    int dice = random.nextInt(100);
    if (dice < 25) {
      return "新客户 王建国 %s 挂靠".formatted(Marks.mobile(id));
    }
    if (dice < 40) {
      return "提醒我1分钟后给李总寄样品%s".formatted(Marks.promise(id));
    }
    String line = LINES.get(random.nextInt(LINES.size()));
    return line.contains("%") ? line.formatted(random.nextInt(100_000_000)) : line;
  }

  /** A last line of each rep. */
  List<Sent> greetings() {
    return IntStream.range(0, reps)
        .mapToObj(n -> sent(++lastUpdate, FIRST_ACCOUNT + n, "/status"))
        .toList();
  }

  private static Sent sent(long id, long account, String text) {
    String json =
        """
        {"update_id":%d,"message":{"message_id":%d,"date":1,"text":"%s",
         "from":{"id":%d,"is_bot":false,"first_name":"R"},
         "chat":{"id":%d,"type":"private","first_name":"R"}}}
        """
            .formatted(id, id, text, account, account);
    return new Sent(id, account, text, json);
  }
}
