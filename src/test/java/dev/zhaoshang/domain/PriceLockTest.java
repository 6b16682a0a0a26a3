package dev.zhaoshang.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the discount rate may be quoted. */
class PriceLockTest {

  private static final String SUZHOU = "320500";
  private static final String KUNSHAN = "320583";
  private static final String JIANGSU = "320000";
  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final Territory.Asking ZHANG = new Territory.Asking("zhang", List.of("张三"), TODAY);

  @Test
  void a_region_with_another_agent_locks_whoever_is_assessed() {
    assertThat(lock(SUZHOU, territory(SUZHOU, "王五"), true)).contains(PriceLock.Reason.TAKEN);
  }

  @Test
  void an_agent_of_a_part_or_of_the_whole_counts_too() {
    assertThat(lock(SUZHOU, territory(KUNSHAN, "王五"), true)).contains(PriceLock.Reason.TAKEN);
    assertThat(lock(SUZHOU, territory(JIANGSU, "王五"), true)).contains(PriceLock.Reason.TAKEN);
    assertThat(lock(SUZHOU, territory("320200", "王五"), true)).isEmpty();
  }

  @Test
  void a_distributor_that_is_the_agent_is_not_locked_by_itself() {
    assertThat(lock(SUZHOU, territory(SUZHOU, "张三"), true)).isEmpty();
  }

  @Test
  void a_contract_is_told_by_its_distributor_and_not_by_a_name() {
    assertThat(lock(SUZHOU, contract("旧名字", "zhang", null), true)).isEmpty();
    assertThat(lock(SUZHOU, contract("张三", "other", null), true)).contains(PriceLock.Reason.TAKEN);
  }

  @Test
  void a_protection_ends_with_its_last_day() {
    assertThat(lock(SUZHOU, contract("王五", "other", TODAY), true)).contains(PriceLock.Reason.TAKEN);
    assertThat(lock(SUZHOU, contract("王五", "other", TODAY.minusDays(1)), true)).isEmpty();
  }

  @Test
  void a_free_region_still_needs_an_assessment() {
    assertThat(lock(SUZHOU, territory(SUZHOU, null), false))
        .contains(PriceLock.Reason.NOT_ASSESSED);
    assertThat(lock(SUZHOU, territory(SUZHOU, null), true)).isEmpty();
  }

  @Test
  void a_region_that_is_not_known_cannot_be_checked() {
    assertThat(PriceLock.on(List.of(), List.of(), null, ZHANG, null).map(PriceLock::reason))
        .contains(PriceLock.Reason.NO_REGION);
  }

  @Test
  void an_agent_of_another_product_of_ours_does_not_lock() {
    Territory other = new Territory("x", SUZHOU, "苏州", "p2", "王五", null);
    assertThat(PriceLock.on(List.of(SUZHOU), List.of(other), "p1", ZHANG, null)).isEmpty();
    assertThat(PriceLock.on(List.of(SUZHOU), List.of(other), null, ZHANG, null)).isPresent();
  }

  @Test
  void a_territory_stands_in_the_ledgers_of_its_region_and_of_those_around() {
    assertThat(Territory.ledgers(KUNSHAN))
        .containsExactly("territory:320583", "territory:320500", "territory:320000");
    assertThat(Territory.ledgers(JIANGSU)).containsExactly("territory:320000");
  }

  private static Optional<PriceLock.Reason> lock(String region, Territory taken, boolean assessed) {
    return PriceLock.on(
            List.of(region),
            List.of(taken),
            "p1",
            ZHANG,
            assessed ? null : PriceLock.Reason.NOT_ASSESSED)
        .map(PriceLock::reason);
  }

  private static Territory contract(String agent, String distributor, @Nullable LocalDate until) {
    String id = Territory.id(SUZHOU, "p1");
    return new Territory(id, SUZHOU, "苏州", "p1", agent, until, distributor, null, null, null);
  }

  private static Territory territory(String region, @Nullable String agent) {
    return new Territory(Territory.id(region, "p1"), region, "苏州", "p1", agent, null);
  }
}
