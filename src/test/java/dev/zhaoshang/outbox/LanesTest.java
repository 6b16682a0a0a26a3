package dev.zhaoshang.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.OutboxEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanesTest {

  private final Instant now = Instant.parse("2026-03-02T01:00:00Z");
  private final Entries entries = new Entries(now);
  private final Lanes lanes =
      new Lanes(Map.of("telegram", new ScriptedSender(() -> now, ScriptedSender.WIDE)));

  @Test
  void what_ends_while_the_store_is_read_is_not_added_again() {
    OutboxEntry entry = entries.interactive("a", 1, 0);
    lanes.add(entry);
    Item item = lanes.take(now).orElseThrow();
    lanes.beginReading();
    lanes.free(item);
    lanes.end(item.entry());
    lanes.endReading(List.of(entry.begun(now), entries.interactive("a", 2, 0)));
    assertThat(lanes.take(now)).map(i -> i.entry().id()).contains("a2#0");
  }

  @Test
  void what_is_under_way_while_the_store_is_read_is_not_added_twice() {
    OutboxEntry entry = entries.interactive("a", 1, 0);
    lanes.add(entry);
    Item item = lanes.take(now).orElseThrow();
    lanes.beginReading();
    lanes.endReading(List.of(entry.begun(now)));
    assertThat(lanes.size()).isEqualTo(1);
    lanes.free(item);
    lanes.end(item.entry());
    assertThat(lanes.size()).isZero();
  }

  @Test
  void a_chat_with_something_under_way_sends_nothing_else() {
    lanes.add(entries.interactive("a", 1, 0));
    lanes.add(entries.interactive("a", 2, 0));
    assertThat(lanes.take(now)).isPresent();
    assertThat(lanes.take(now)).isEmpty();
    assertThat(lanes.nextChange(now)).isEmpty();
  }

  @Test
  void many_chats_are_served_as_they_fell_due_and_who_waits_for_an_answer_before_all() {
    for (int chat = 0; chat < 50; chat++) {
      lanes.add(entries.bulk("bulk" + chat, 1, now.minusSeconds(chat)));
    }
    lanes.add(entries.interactive("asks", 1, 0));

    assertThat(lanes.take(now)).map(i -> i.entry().chat()).contains("asks");
    assertThat(lanes.take(now)).map(i -> i.entry().chat()).contains("bulk49");
    assertThat(lanes.take(now)).map(i -> i.entry().chat()).contains("bulk48");
  }

  @Test
  void what_is_due_later_is_told_as_the_next_change_and_taken_then() {
    lanes.add(entries.bulk("b", 1, now.plusSeconds(60)));

    assertThat(lanes.take(now)).isEmpty();
    assertThat(lanes.nextChange(now)).contains(now.plusSeconds(60));
    assertThat(lanes.take(now.plusSeconds(60))).isPresent();
  }

  @Test
  void a_clock_that_is_set_back_holds_nothing_up_for_longer() {
    OutboxEntry entry = entries.interactive("a", 1, 0);
    lanes.add(entry);
    Item item = lanes.take(now).orElseThrow();
    lanes.free(item);
    lanes.again(item, now.plusSeconds(10));
    assertThat(lanes.take(now)).isEmpty();

    Instant back = now.minusSeconds(3600);
    assertThat(lanes.take(back)).isEmpty();
    assertThat(lanes.nextChange(back)).contains(back.plusSeconds(10));
  }
}
