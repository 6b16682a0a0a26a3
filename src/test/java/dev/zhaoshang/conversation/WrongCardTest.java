package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.CardTally;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.ObjectionRaised;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Uncovered;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A card that was wrong is left by one tap, counts for nothing, and is kept for superiors. */
class WrongCardTest extends AtTheBench {

  @Test
  void one_tap_offers_the_other_likely_ones_and_none() {
    bench.say(rep, "王建国 13812370001");
    Reply card = bench.say(rep, "你们价格太贵了").get(0);
    assertThat(labels(card)).containsExactly("展开", "换个说法", "依据", "不是这个");
    List<Reply> which = bench.tap(rep, "不是这个");
    assertThat(ids(which)).startsWith("which.wrong");
    assertThat(labels(which.get(0))).hasSize(4).endsWith("都不是").doesNotContain("嫌价格高");
  }

  @Test
  void what_was_meant_is_a_tap_away_and_stands_on_the_distributor_instead() {
    bench.say(rep, "王建国 13812370002");
    bench.say(rep, "你们价格太贵了");
    Reply which = bench.tap(rep, "不是这个").get(0);
    assertThat(raised()).isEmpty();
    Button other = which.buttons().get(0);
    String meant = Buttons.parts(other.data()).get(1);
    assertThat(ids(bench.press(rep, other.data())))
        .startsWith("card." + meant)
        .endsWith("ask.nature");
    assertThat(raised()).extracting(ObjectionRaised::objection).containsExactly(meant);
    assertThat(raised()).extracting(ObjectionRaised::words).containsExactly("你们价格太贵了");
    assertThat(tallies())
        .filteredOn(tally -> tally.objection().equals("priceTooHigh"))
        .allMatch(tally -> tally.raised() == 0 && tally.shown() == 0);
    assertThat(kept("你们价格太贵了").shown()).isEqualTo("priceTooHigh");
    assertThat(kept("你们价格太贵了").meant()).isEqualTo(meant);
  }

  @Test
  void none_of_them_can_be_typed_and_the_words_are_kept_once() {
    bench.say(rep, "王建国 13812370009");
    bench.say(rep, "你们价格太贵了");
    bench.say(rep, "不是这个");
    assertThat(ids(bench.say(rep, "都不是"))).containsExactly("uncovered", "ask.nature");
    assertThat(bench.store.ledgers().find(Uncovered.LEDGER).all(Uncovered.class))
        .filteredOn(one -> one.rep().equals(rep))
        .hasSize(1);
  }

  @Test
  void none_of_them_is_admitted_and_the_question_is_where_it_was() {
    bench.say(rep, "王建国 13812370003");
    bench.say(rep, "贵得离谱了吧你们");
    bench.tap(rep, "不是这个");
    assertThat(ids(bench.tap(rep, "都不是"))).containsExactly("uncovered", "ask.nature");
    assertThat(kept("贵得离谱了吧你们").meant()).isNull();
    bench.say(rep, "挂靠的");
    assertThat(bench.current(rep).orElseThrow().text("nature")).contains("affiliated");
  }

  @Test
  void it_can_be_typed_and_undone_outcomes_go_with_it() {
    bench.say(rep, "王建国 13812370004");
    bench.say(rep, "太贵了");
    bench.press(rep, "out:priceTooHigh:softened:" + bench.session(rep).distributor());
    assertThat(ids(bench.say(rep, "拿错卡了"))).startsWith("which.wrong");
    assertThat(tallies()).allMatch(tally -> tally.rated() == 0 && tally.shown() == 0);
  }

  @Test
  void a_card_that_was_chosen_by_hand_is_not_wrong() {
    bench.say(rep, "王建国 13812370005");
    Reply card = bench.say(rep, "/objection 价格").get(0);
    assertThat(labels(card)).containsExactly("展开", "换个说法", "依据", "回到问题");
    assertThat(ids(bench.press(rep, "wrong:priceTooHigh:12:-"))).startsWith("stale");
    assertThat(ids(bench.press(rep, "meant:none"))).startsWith("stale");
  }

  @Test
  void the_superior_sees_what_was_taken_for_what() {
    String boss = rep + "boss";
    bench.hire(boss, "李总监", Person.Role.SUPERIOR, null);
    bench.hire(rep, "王五", Person.Role.REP, boss);
    bench.say(rep, "王建国 13812370006");
    bench.say(rep, "你们这药也太贵了");
    bench.press(rep, bench.tap(rep, "不是这个").get(0).buttons().get(0).data());
    Reply list = bench.say(boss, "/unanswered").get(0);
    assertThat(list.text()).contains("你们这药也太贵了（拿成了“嫌价格高”，其实是“").contains("objections/");
    assertThat(labels(list)).containsExactly("1 不用了");
  }

  private Uncovered kept(String words) {
    return bench.store.ledgers().find(Uncovered.LEDGER).all(Uncovered.class).stream()
        .filter(one -> one.rep().equals(rep) && one.words().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private List<CardTally> tallies() {
    return bench.store.ledgers().find(CardTally.ledger(rep)).all(CardTally.class);
  }

  private List<ObjectionRaised> raised() {
    String distributor = Objects.requireNonNull(bench.session(rep).distributor());
    return bench.store.ledgers().find(Ledger.ofDistributor(distributor)).all(ObjectionRaised.class);
  }

  private static List<String> labels(Reply reply) {
    return reply.buttons().stream().map(Button::label).toList();
  }
}
