package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Approval;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two reps on one distributor, and what the superior's decision changes. */
class ClaimTest extends WithATeam {

  @BeforeEach
  void open() {
    bench.hire("zhao", "赵四", Person.Role.REP, "boss");
    bench.say("boss", "你好");
    bench.say("wang", "王建国 苏州康泰医药 13812340001 想做苏州");
    bench.say("wang", "明天上午10点给王总寄样品");
    bench.say("zhao", "王建国 苏州康泰医药 13812340001 是公司");
    bench.tap("zhao", "归我跟，请上级定");
  }

  private List<Reply> decide(String label) {
    bench.until(bench.now.plusSeconds(5));
    bench.unasked("boss");
    List<Reply> replies = bench.tap("boss", label);
    bench.tap("boss", "没有");
    bench.until(bench.now.plusSeconds(900));
    return replies;
  }

  private List<Distributor> of(String rep) {
    return bench.records.of(rep);
  }

  @Test
  void who_gets_it_has_what_both_knew_and_what_was_to_be_done() {
    decide("批准");
    assertThat(of("wang")).isEmpty();
    assertThat(of("zhao"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.text("nature")).hasValue("company");
              assertThat(one.fact("wantedRegions")).isPresent();
            });
    assertThat(open("wang")).isEmpty();
    assertThat(open("zhao"))
        .singleElement()
        .satisfies(one -> assertThat(one.distributor()).isEqualTo(of("zhao").get(0).id()));
    assertThat(ids(bench.unasked("zhao"))).contains("approval.approved");
    assertThat(bench.unasked("wang"))
        .filteredOn(reply -> reply.id().equals("claim.lost"))
        .singleElement()
        .satisfies(reply -> assertThat(reply.text()).contains("王建国", "赵四"));
    assertThat(ids(bench.say("wang", "他想做无锡"))).startsWith("current.moved");
  }

  @Test
  void a_claim_that_is_rejected_leaves_it_with_the_other_and_joins_the_records() {
    decide("驳回");
    assertThat(of("zhao")).isEmpty();
    assertThat(of("wang")).singleElement().matches(d -> d.text("nature").isPresent());
    assertThat(open("wang")).hasSize(1);
    assertThat(ids(bench.unasked("zhao"))).contains("approval.rejected");
    assertThat(ids(bench.unasked("wang"))).contains("claim.won");
  }

  @Test
  void a_claim_is_put_once_and_the_other_s_is_answered_with_it() {
    assertThat(ids(bench.say("zhao", "撞单"))).startsWith("claim.waiting");
    bench.say("wang", "撞单");
    bench.until(bench.now.plusSeconds(5));
    List<Reply> asked = bench.unasked("boss");
    String first =
        asked.stream()
            .flatMap(reply -> reply.buttons().stream())
            .map(dev.zhaoshang.domain.Button::data)
            .filter(data -> data.startsWith("approve:"))
            .findFirst()
            .orElseThrow();
    bench.press("boss", first);
    assertThat(bench.shelves.ledgers().find(Ledger.ofRep("boss")).all(Approval.class))
        .hasSize(2)
        .noneMatch(one -> one.state() == Approval.State.PENDING);
  }

  private List<FollowUp> open(String rep) {
    return bench.shelves.ledgers().find(Ledger.ofRep(rep)).all(FollowUp.class).stream()
        .filter(FollowUp::isOpen)
        .toList();
  }
}
