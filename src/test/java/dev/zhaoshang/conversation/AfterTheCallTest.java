package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.CardOutcome;
import dev.zhaoshang.domain.CardShown;
import dev.zhaoshang.domain.CardTally;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.ObjectionRaised;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a card went, what follows from it, and what is learnt. */
class AfterTheCallTest extends AtTheBench {

  @Test
  void one_tap_after_the_call_keeps_how_the_answer_went_with_that_kind_of_distributor() {
    bench.say(rep, "王建国 13812360001 挂靠的");
    bench.say(rep, "太贵了");
    bench.tap(rep, "换个说法");
    assertThat(ids(bench.say(rep, "完成"))).contains("outcome");
    assertThat(ids(bench.tap(rep, "有用，口气软了"))).startsWith("outcome.noted");
    CardTally rated =
        tallies().stream().filter(tally -> tally.rated() == 1).findFirst().orElseThrow();
    assertThat(rated.nature()).isEqualTo("affiliated");
    assertThat(rated.softened()).isEqualTo(1);
    assertThat(rated.variant()).isEqualTo(raised().get(0).variant());
    assertThat(raised().get(0).outcome()).isEqualTo(CardOutcome.SOFTENED);
  }

  @Test
  void an_outcome_told_again_takes_the_place_of_the_first() {
    bench.say(rep, "王建国 13812360002");
    bench.say(rep, "太贵了");
    bench.say(rep, "完成");
    bench.tap(rep, "他挂了");
    String distributor = Objects.requireNonNull(bench.session(rep).distributor());
    bench.press(rep, "out:priceTooHigh:dealStep:" + distributor);
    assertThat(tallies()).singleElement().matches(t -> t.ended() == 0 && t.dealStep() == 1);
  }

  @Test
  void the_outcome_can_be_told_when_the_next_customer_is_open_already() {
    bench.say(rep, "王建国 13812360003");
    String first = bench.session(rep).distributor();
    bench.say(rep, "太贵了");
    assertThat(ids(bench.say(rep, "新客户"))).contains("outcome");
    bench.tap(rep, "没变化");
    assertThat(
            bench
                .store
                .ledgers()
                .find(Ledger.ofDistributor(Objects.requireNonNull(first)))
                .all(ObjectionRaised.class))
        .singleElement()
        .matches(entry -> entry.outcome() == CardOutcome.UNCHANGED);
  }

  @Test
  void the_buttons_of_an_earlier_distributor_are_about_that_one() {
    bench.say(rep, "王建国 13812360031");
    String wang = Objects.requireNonNull(bench.session(rep).distributor());
    bench.say(rep, "太贵了");
    Reply asked = of("outcome", bench.say(rep, "完成"));
    bench.say(rep, "新客户 李四 13812360032");
    String li = Objects.requireNonNull(bench.session(rep).distributor());
    Reply card = of("card.priceTooHigh", bench.say(rep, "太贵了"));
    Reply noted = of("outcome.noted.lost", bench.press(rep, button(asked, "他挂了")));
    assertThat(raised(wang))
        .extracting(ObjectionRaised::outcome)
        .containsExactly(CardOutcome.ENDED);
    assertThat(raised(li)).hasSize(1).allMatch(one -> one.outcome() == null);
    bench.press(rep, noted.buttons().get(0).data());
    assertThat(bench.store.ledgers().find(Ledger.ofRep(rep)).all(FollowUp.class))
        .extracting(FollowUp::distributor)
        .containsExactly(wang);
    bench.press(rep, button(asked, "没变化"));
    assertThat(raised(wang))
        .extracting(ObjectionRaised::outcome)
        .containsExactly(CardOutcome.UNCHANGED);
    assertThat(raised(li)).allMatch(one -> one.outcome() == null);
    assertThat(card.buttons()).anyMatch(one -> one.data().endsWith(":" + li));
    assertThat(ids(bench.say(rep, "完成"))).contains("outcome");
    bench.tap(rep, "有用，口气软了");
    assertThat(raised(li))
        .extracting(ObjectionRaised::outcome)
        .containsExactly(CardOutcome.SOFTENED);
  }

  @Test
  void a_wrong_card_of_an_earlier_distributor_takes_nothing_from_the_next_one() {
    bench.say(rep, "Wang Jianguo 13812360033");
    String wang = Objects.requireNonNull(bench.session(rep).distributor());
    bench.say(rep, "/language en");
    Reply card = of("card.priceTooHigh", bench.say(rep, "your price is too high"));
    bench.say(rep, "new distributor Li Si 13812360034");
    String li = Objects.requireNonNull(bench.session(rep).distributor());
    assertThat(li).isNotEqualTo(wang);
    bench.say(rep, "your price is too high");
    String wrong =
        card.buttons().stream()
            .map(Button::data)
            .filter(data -> data.startsWith("wrong:"))
            .findFirst()
            .orElseThrow();
    assertThat(ids(bench.press(rep, wrong))).startsWith("which.wrong");
    assertThat(raised(wang)).isEmpty();
    assertThat(raised(li)).hasSize(1);
  }

  @Test
  void a_button_that_does_not_name_the_distributor_is_stale() {
    bench.say(rep, "王建国 13812360035");
    bench.say(rep, "太贵了");
    for (String data :
        List.of("out:priceTooHigh:ended", "follow:priceTooHigh", "wrong:priceTooHigh:12")) {
      assertThat(ids(bench.press(rep, data)).get(0)).as(data).isEqualTo("stale");
    }
    assertThat(raised()).hasSize(1).allMatch(one -> one.outcome() == null);
  }

  @Test
  void what_an_earlier_version_showed_is_told_of_and_gives_way_to_the_next() {
    bench.say(rep, "王建国 13812360036");
    String wang = Objects.requireNonNull(bench.session(rep).distributor());
    CardShown earlier =
        new CardShown(
            "shown:priceTooHigh",
            "priceTooHigh",
            List.of("value"),
            bench.now,
            wang,
            CardTally.ANY_NATURE,
            null,
            null,
            "太贵了");
    String ledger = CardTally.ledger(rep);
    bench
        .shelves
        .ledgers()
        .apply(new LedgerChange(ledger, rep, "t-" + rep, List.of(earlier), List.of()));
    bench.press(rep, "out:priceTooHigh:ended:" + wang);
    assertThat(bench.store.ledgers().find(ledger).all(CardShown.class))
        .singleElement()
        .matches(shown -> shown.outcome() == CardOutcome.ENDED);
    bench.say(rep, "太贵了");
    assertThat(bench.store.ledgers().find(ledger).all(CardShown.class))
        .singleElement()
        .matches(shown -> shown.id().equals("shown:priceTooHigh:" + wang));
  }

  @Test
  void nothing_is_asked_when_no_card_was_used() {
    bench.say(rep, "王建国 13812360004");
    assertThat(ids(bench.say(rep, "完成"))).doesNotContain("outcome");
    assertThat(ids(bench.say(rep, "/outcome"))).startsWith("outcome.nothing");
  }

  @Test
  void a_made_up_outcome_is_stale() {
    bench.say(rep, "王建国 13812360005");
    for (String data :
        List.of("out:noFunds:softened:-", "out:priceTooHigh:great:-", "follow:x:-")) {
      assertThat(ids(bench.press(rep, data)).get(0)).as(data).isEqualTo("stale");
    }
  }

  @Test
  void the_follow_up_is_one_tap_on_a_working_day_and_there_once() {
    bench.say(rep, "王建国 13812360006");
    bench.say(rep, "产品质量我不放心");
    bench.say(rep, "完成");
    Reply noted = bench.tap(rep, "有用，口气软了").get(0);
    String button = noted.buttons().get(0).data();
    assertThat(ids(bench.press(rep, button))).startsWith("follow.noted");
    assertThat(ids(bench.press(rep, button))).startsWith("follow.there");
    List<FollowUp> todo = bench.store.ledgers().find(Ledger.ofRep(rep)).all(FollowUp.class);
    assertThat(todo).hasSize(1);
    assertThat(todo.get(0).what()).contains("质检报告");
    assertThat(todo.get(0).distributor()).isEqualTo(bench.session(rep).distributor());
    assertThat(todo.get(0).at()).isAfter(bench.now);
    assertThat(todo.get(0).at().atZone(ZoneId.of("Asia/Shanghai")).getDayOfWeek().getValue())
        .isLessThan(6);
    bench.say(rep, "撤销");
    assertThat(bench.store.ledgers().find(Ledger.ofRep(rep)).all(FollowUp.class)).isEmpty();
  }

  @Test
  void the_follow_up_waits_for_the_end_of_the_holidays_and_of_leave() {
    bench.now = Instant.parse("2026-09-30T02:00:00Z");
    bench.say(rep, "请假 10月8日");
    bench.say(rep, "王建国 13812360008");
    bench.say(rep, "产品质量我不放心");
    bench.say(rep, "完成");
    Reply noted = bench.tap(rep, "有用，口气软了").get(0);
    bench.press(rep, noted.buttons().get(0).data());
    assertThat(bench.store.ledgers().find(Ledger.ofRep(rep)).all(FollowUp.class))
        .extracting(one -> one.at().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate())
        .containsExactly(LocalDate.of(2026, 10, 9));
    bench.now = Workbench.START;
  }

  @Test
  void insights_show_the_rep_and_a_superior_the_team_too() {
    String boss = rep + "boss";
    bench.store.people().save(person(boss, Person.Role.SUPERIOR, null));
    bench.store.people().save(person(rep, Person.Role.REP, boss));
    assertThat(ids(bench.say(rep, "/insights"))).startsWith("insights.none");
    bench.say(rep, "王建国 13812360007");
    bench.say(rep, "太贵了");
    bench.say(rep, "完成");
    bench.tap(rep, "有用，口气软了");
    assertThat(bench.say(rep, "哪句最管用").get(0).text())
        .contains("嫌价格高：1次，1/1奏效 100%（21%–100%）")
        .doesNotContain("团队");
    Reply team = bench.say(boss, "/insights").get(0);
    assertThat(team.text()).contains("你的团队，1人").contains("1/1");
    assertThat(bench.say(boss + "2", "/insights").get(0).id()).isEqualTo("insights.none");
  }

  private static Person person(String id, Person.Role role, @Nullable String superior) {
    return new Person(id, id, role, "team", superior, true, List.of());
  }

  private List<CardTally> tallies() {
    return bench.store.ledgers().find(CardTally.ledger(rep)).all(CardTally.class);
  }

  private static Reply of(String id, List<Reply> replies) {
    return replies.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static String button(Reply reply, String label) {
    return reply.buttons().stream()
        .filter(one -> one.label().equals(label))
        .map(Button::data)
        .findFirst()
        .orElseThrow();
  }

  private List<ObjectionRaised> raised() {
    return raised(Objects.requireNonNull(bench.session(rep).distributor()));
  }

  private static List<ObjectionRaised> raised(String distributor) {
    return bench.store.ledgers().find(Ledger.ofDistributor(distributor)).all(ObjectionRaised.class);
  }
}
