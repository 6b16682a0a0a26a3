package dev.zhaoshang.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.outbox.Mailbox.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailboxTest {

  private final HandClock clock = new HandClock();
  private final Instant now = clock.instant();
  private final Entries entries = new Entries(now);
  private final DeliveriesInMemory store = new DeliveriesInMemory();
  private final Mailbox mailbox = new Mailbox("web", store, clock, (task, delay) -> task.run());

  @Test
  void lists_what_came_after_the_cursor_and_marks_it_as_sent() {
    store.add(
        List.of(
            entries.web("a", 1, 0, now),
            entries.web("a", 1, 1, now),
            entries.web("a", 2, 0, now),
            entries.web("b", 1, 0, now)));
    assertThat(ids(new Cursor(1, 0), 10)).containsExactly("a1#1", "a2#0");
    assertThat(store.find("a2#0").orElseThrow().sentAt()).isEqualTo(now);
  }

  @Test
  void a_page_may_end_within_a_turn_and_goes_on_there() {
    store.add(
        List.of(
            entries.web("a", 1, 0, now), entries.web("a", 1, 1, now), entries.web("a", 2, 0, now)));
    Mailbox.Page first = mailbox.take("rep-a", Cursor.START, 1, e -> false);
    assertThat(first.entries()).extracting(OutboxEntry::id).containsExactly("a1#0");
    assertThat(ids(first.next(), 10)).containsExactly("a1#1", "a2#0");
  }

  @Test
  void what_is_not_due_is_listed_when_it_is_and_not_jumped_over() {
    store.add(List.of(entries.web("a", 1, 0, now.plusSeconds(60)), entries.web("a", 2, 0, now)));
    assertThat(ids(Cursor.START, 10)).isEmpty();
    clock.advance(Duration.ofSeconds(60));
    assertThat(ids(Cursor.START, 10)).containsExactly("a1#0", "a2#0");
  }

  @Test
  void listing_again_shows_the_same_and_keeps_the_first_time() {
    store.add(List.of(entries.web("a", 1, 0, now)));
    assertThat(ids(Cursor.START, 10)).containsExactly("a1#0");
    clock.advance(Duration.ofSeconds(60));
    assertThat(ids(Cursor.START, 10)).containsExactly("a1#0");
    assertThat(store.find("a1#0").orElseThrow().sentAt()).isEqualTo(now);
  }

  @Test
  void without_a_cursor_what_nobody_confirmed_is_listed_until_somebody_comes_back_with_one() {
    store.add(List.of(entries.web("a", 1, 0, now)));
    Mailbox.Page page = mailbox.take("rep-a", null, 10, e -> false);
    assertThat(ids(null, 10)).as("the first answer was lost").containsExactly("a1#0");
    assertThat(ids(page.next(), 10)).isEmpty();
    store.add(List.of(entries.web("a", 2, 0, now)));
    assertThat(ids(null, 10)).containsExactly("a2#0");
  }

  @Test
  void what_went_with_the_response_to_a_message_is_not_listed() {
    store.add(List.of(entries.web("web:a:", 1, 0, now), entries.web("web:a:", 2, 0, now)));
    mailbox.handedOver(List.of("web:a:1#0"));
    Mailbox.Page page = mailbox.take("rep-web:a:", Cursor.START, 10, e -> false);
    assertThat(page.entries()).extracting(OutboxEntry::id).containsExactly("web:a:2#0");
  }

  @Test
  void what_is_held_is_neither_listed_nor_jumped_over() {
    store.add(List.of(entries.web("a", 1, 0, now), entries.web("a", 2, 0, now)));
    Mailbox.Page page = mailbox.take("rep-a", null, 10, e -> e.seq() == 1);
    assertThat(page.entries()).isEmpty();
    assertThat(ids(page.next(), 10)).containsExactly("a1#0", "a2#0");
  }

  @Test
  void a_long_history_is_read_to_its_end() {
    for (int seq = 1; seq <= 250; seq++) {
      store.add(List.of(entries.web("a", seq, 0, now)));
      mailbox.handedOver(List.of("a" + seq + "#0"));
    }
    store.add(List.of(entries.web("a", 251, 0, now)));
    assertThat(ids(null, 10)).containsExactly("a251#0");
  }

  @Test
  void a_cursor_is_written_and_read() {
    assertThat(Cursor.parse(new Cursor(12, 3).toString())).isEqualTo(new Cursor(12, 3));
    assertThatThrownBy(() -> Cursor.parse("12")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cursor.parse("a.b")).isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> ids(@Nullable Cursor after, int limit) {
    return mailbox.take("rep-a", after, limit, e -> false).entries().stream()
        .map(OutboxEntry::id)
        .toList();
  }
}
