package dev.zhaoshang.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Attachment;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Performance;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.domain.TeamTarget;
import dev.zhaoshang.domain.Territory;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.DecoderContext;
import org.junit.jupiter.api.Test;

/** Entries as they were written before they could tell more. */
class EarlierEntriesTest {

  @Test
  void a_month_of_which_nobody_set_a_target_is_read() {
    Performance month =
        (Performance)
            read(
                """
                {"kind": "performance", "id": "performance-2026-03", "month": "2026-03",
                 "customer": "", "rep": "wang", "target": {"$numberLong": "5000"}, "reason": ""}
                """);
    assertThat(month.target()).isEqualTo(5000);
    assertThat(month.setBy()).isNull();
    assertThat(month.flow()).isNull();
    assertThat(month.isBelowFloor(1)).isFalse();
  }

  @Test
  void a_target_of_a_team_of_which_the_turn_is_not_known_is_read() {
    TeamTarget target =
        (TeamTarget)
            read(
                """
                {"kind": "teamTarget", "id": "team-target-2026-03", "month": "2026-03",
                 "boxes": {"$numberLong": "5000"}, "by": "boss", "byName": "Li"}
                """);
    assertThat(target.boxes()).isEqualTo(5000);
    assertThat(target.turn()).isNull();
  }

  @Test
  void a_debt_of_which_no_part_was_paid_is_read() {
    Receivable debt =
        (Receivable)
            read(
                """
                {"kind": "receivable", "id": "a#1", "customer": "Li",
                 "fen": {"$numberLong": "3000000"}, "words": "Li owes 30000", "rep": "wang",
                 "at": {"$date": {"$numberLong": "1772412000000"}}, "followUp": "f1"}
                """);
    assertThat(debt.isOpen()).isTrue();
    assertThat(debt.left()).isEqualTo(3_000_000);
  }

  @Test
  void a_debt_that_was_paid_is_paid() {
    Receivable debt =
        (Receivable)
            read(
                """
                {"kind": "receivable", "id": "a#1", "customer": "Li",
                 "fen": {"$numberLong": "3000000"}, "words": "Li owes 30000", "rep": "wang",
                 "at": {"$date": {"$numberLong": "1772412000000"}}, "followUp": "f1",
                 "paidAt": {"$date": {"$numberLong": "1772412000000"}}}
                """);
    assertThat(debt.isOpen()).isFalse();
    assertThat(debt.left()).isZero();
  }

  @Test
  void a_territory_that_somebody_registered_is_of_no_contract() {
    Territory territory =
        (Territory)
            read(
                """
                {"kind": "territory", "id": "320500:demo", "region": "320500", "words": "Suzhou",
                 "product": "demo", "agent": "Kangde"}
                """);
    assertThat(territory.distributor()).isNull();
    assertThat(territory.turn()).isNull();
  }

  @Test
  void a_photo_of_no_visit_is_read() {
    Attachment photo =
        (Attachment)
            read(
                """
                {"kind": "attachment", "id": "a#file", "channel": "telegram", "caption": "",
                 "file": {"id": "f", "name": "", "type": "image/jpeg",
                  "bytes": {"$numberLong": "1"}},
                 "at": {"$date": {"$numberLong": "1772412000000"}}}
                """);
    assertThat(photo.tick()).isNull();
  }

  private static LedgerEntry read(String json) {
    return Codecs.REGISTRY
        .get(LedgerEntry.class)
        .decode(new BsonDocumentReader(BsonDocument.parse(json)), DecoderContext.builder().build());
  }
}
