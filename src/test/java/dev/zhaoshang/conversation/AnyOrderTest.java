package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.AnyText;
import dev.zhaoshang.Samples;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.Distributors.Card;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * In whatever order a rep types and taps: what is on record stays, and a step back is a step back.
 */
class AnyOrderTest extends AtTheBench {

  private static final int EVENTS = 14;

  private static final List<String> LINES =
      List.of(
          "王建国",
          "手机 138%05d678",
          "苏州康泰%d医药有限公司",
          "临床代表%d个",
          "OTC代表3个",
          "公司",
          "个人",
          "想做苏州无锡",
          "主要做OTC",
          "跳过",
          "不知道",
          "他不肯说",
          "他说你们的价格太高了",
          "没听过这个牌子",
          "手机改成139%05d111",
          "临床代表改成%d个",
          "在做头孢",
          "新客户 李%d 137%05d222 个人",
          "/status",
          "客户列表",
          "你好",
          "明天下午三点给他寄资料",
          "下一题",
          "换个说法",
          "name is Zhang Li",
          "帮助");

  private List<Reply> last = List.of();

  /** What a rep does next: a line, a button of the last replies, or anything at all. */
  private Update next(Random random) {
    List<Button> buttons = last.stream().flatMap(reply -> reply.buttons().stream()).toList();
    int dice = random.nextInt(10);
    if (dice < 3 && !buttons.isEmpty()) {
      String data = buttons.get(random.nextInt(buttons.size())).data();
      return bench.update(rep, Update.Kind.BUTTON, "", data, null);
    }
    String text =
        dice == 9
            ? Typed.clean(AnyText.of(random, 8)).replaceAll("\\p{Cs}", "?")
            : String.format(
                Locale.ROOT,
                LINES.get(random.nextInt(LINES.size())),
                random.nextInt(90_000),
                random.nextInt(90_000));
    return bench.update(rep, Update.Kind.TEXT, text, null, null);
  }

  @Samples(40)
  void no_turn_loses_a_fact_that_it_does_not_replace_and_none_fails(long seed) {
    rep = "any" + seed;
    Random random = new Random(seed);
    StringBuilder story = new StringBuilder();
    for (int event = 0; event < EVENTS; event++) {
      Map<String, Fact> before = known();
      Update update = next(random);
      story.append('\n').append(update.text()).append(update.button());
      last = bench.receive(update);

      assertThat(ids(last)).as("seed %d %s", seed, story).doesNotContain("failed");
      Map<String, Fact> after = known();
      boolean back = ids(last).contains("undone");
      before.forEach(
          (key, fact) -> {
            Fact now = after.get(key);
            boolean kept = now != null && now.value() != null && now.value().equals(fact.value());
            boolean replaced = now != null && now.turn().equals(update.id());
            assertThat(kept || replaced || back || isMerged(key))
                .as("seed %d %s: %s was %s and is %s", seed, story, key, fact, now)
                .isTrue();
          });
    }
  }

  @Samples(40)
  void whatever_a_turn_changed_is_as_before_once_it_is_taken_back(long seed) {
    rep = "back" + seed;
    Random random = new Random(seed);
    StringBuilder story = new StringBuilder();
    for (int event = 0; event < EVENTS; event++) {
      Map<String, String> before = all();
      @Nullable String current = current();
      Update update = next(random);
      story.append('\n').append(update.text()).append(update.button());
      last = bench.receive(update);
      Map<String, String> changed = all();
      if (changed.equals(before) || ids(last).contains("undone") || random.nextBoolean()) {
        continue;
      }
      last = bench.say(rep, "/undo");
      story.append("\n/undo");

      assertThat(ids(last)).as("seed %d %s", seed, story).contains("undone");
      assertThat(all()).as("seed %d %s", seed, story).isEqualTo(before);
      assertThat(current()).as("seed %d %s", seed, story).isEqualTo(current);
    }
  }

  private @Nullable String current() {
    return bench.store.sessions().find(rep).map(session -> session.distributor()).orElse(null);
  }

  private boolean isMerged(String key) {
    return bench
            .store
            .distributors()
            .find(key.substring(0, key.indexOf(' ')))
            .orElseThrow()
            .mergedInto()
        != null;
  }

  /** The rep's known facts, by distributor and field. */
  private Map<String, Fact> known() {
    Map<String, Fact> known = new TreeMap<>();
    for (Card card : bench.store.distributors().ofOwner(rep)) {
      Distributor distributor = bench.store.distributors().find(card.id()).orElseThrow();
      distributor
          .fields()
          .forEach(
              (field, fact) -> {
                if (fact.state() == FactState.KNOWN) {
                  known.put(card.id() + " " + field, fact);
                }
              });
    }
    return known;
  }

  /** The rep's facts in every state, as they are shown; a distributor without any is none. */
  private Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    for (Card card : bench.store.distributors().ofOwner(rep)) {
      Distributor distributor = bench.store.distributors().find(card.id()).orElseThrow();
      distributor
          .fields()
          .forEach(
              (field, fact) ->
                  all.put(
                      card.id() + " " + field,
                      fact.state() + " " + fact.value() + " " + fact.words()));
    }
    return all;
  }
}
