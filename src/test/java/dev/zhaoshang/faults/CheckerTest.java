package dev.zhaoshang.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.channel.telegram.TelegramStandIn.Accepted;
import dev.zhaoshang.faults.Checker.Verdict;
import dev.zhaoshang.faults.Talkers.Sent;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/** The checker finds what it is there to find. */
class CheckerTest {

  private static final String CHAT = "710000";
  private static final String MOBILE = Marks.mobile(1);

  private final List<Sent> acknowledged = new ArrayList<>();
  private final Records records =
      new Records(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
  private final List<Accepted> accepted = new ArrayList<>();

  /** Three lines of one rep, each with its reply; the first begins a distributor. */
  CheckerTest() {
    line(1, "新客户 王建国 " + MOBILE + " 挂靠", "idle", "intake.channel");
    line(2, "临床", "intake.channel", "intake.team");
    line(3, "提醒我1分钟后给李总寄样品" + Marks.promise(3), "intake.team", "intake.team");
    records.sessions().add(BsonDocument.parse("{_id: 'rep0', inboxSeq: 3}"));
    records
        .distributors()
        .add(
            BsonDocument.parse(
                """
                {_id: 'd1', owner: 'rep0', history: [
                  {key: 'telegram:4711:1#0', turn: 'telegram:4711:1', fields: {mobile: {}}}]}
                """));
    records.ledgers().add(BsonDocument.parse("{_id: 'rep:rep0', entries: []}"));
    records
        .ledgers()
        .get(0)
        .getArray("entries")
        .add(
            new BsonDocument("kind", new BsonString("followUp"))
                .append("state", new BsonString("open"))
                .append("what", new BsonString("给李总寄样品" + Marks.promise(3))));
  }

  private void line(int id, String text, String before, String after) {
    acknowledged.add(new Sent(id, 710_000, text, ""));
    BsonDocument entry = document("telegram:4711:" + id, id);
    entry.append("body", new BsonDocument("text", new BsonString(text)));
    records.inbox().add(entry.append("appliedAt", new BsonString("then")));
    String reply = id == 3 ? "followup.kept" : "recorded";
    records
        .turns()
        .add(
            document("telegram:4711:" + id, id)
                .append("text", new BsonString(text))
                .append("at", new BsonDateTime(id))
                .append("before", new BsonString(before))
                .append("after", new BsonString(after))
                .append(
                    "replies",
                    new BsonArray(List.of(new BsonDocument("id", new BsonString(reply))))));
    records
        .outbox()
        .add(
            document("telegram:4711:" + id + "#0", id)
                .append("channel", new BsonString("telegram"))
                .append("chat", new BsonString(CHAT))
                .append("n", new BsonInt32(0))
                .append("tries", new BsonInt32(1))
                .append("sentAt", new BsonString("then"))
                .append("reply", new BsonDocument("text", new BsonString("Noted & kept: " + id))));
    accepted.add(message(id));
  }

  private static Accepted message(int id) {
    return new Accepted(CHAT, "<b>Noted &amp; kept: " + id + "</b>");
  }

  private static BsonDocument document(String id, long seq) {
    return new BsonDocument("_id", new BsonString(id))
        .append("rep", new BsonString("rep0"))
        .append("seq", new BsonInt64(seq));
  }

  private Verdict verdict() {
    return Checker.check(records, acknowledged, accepted);
  }

  private void requireComplaint(String about) {
    assertThat(verdict().complaints()).anySatisfy(one -> assertThat(one).contains(about));
  }

  @Test
  void nothing_is_wrong_with_what_was_done_once_and_in_order() {
    assertThat(verdict()).isEqualTo(new Verdict(List.of(), 3, 3, 0, 0));
  }

  @Test
  void an_acknowledged_update_that_is_not_in_the_inbox_is_lost() {
    records.inbox().remove(2);
    records.turns().remove(2);
    requireComplaint("lost: update 3");
  }

  @Test
  void an_entry_without_a_turn_is_missing_and_its_session_stuck() {
    records.turns().remove(2);
    records.inbox().get(2).remove("appliedAt");
    records.sessions().get(0).put("inboxSeq", new BsonInt64(2));
    requireComplaint("missing [telegram:4711:3]");
    requireComplaint("stuck: rep0 at 2 of 3");
    requireComplaint("not applied: telegram:4711:3");
  }

  @Test
  void turns_in_another_order_than_the_inbox_are_found() {
    records.turns().get(1).put("seq", new BsonInt64(3));
    records.turns().get(2).put("seq", new BsonInt64(2));
    requireComplaint("are not those received, in order");
  }

  @Test
  void a_turn_that_did_not_begin_where_the_one_before_ended_is_found() {
    records.turns().get(2).put("before", new BsonString("idle"));
    requireComplaint("out of order: telegram:4711:3");
  }

  @Test
  void a_change_that_was_applied_twice_or_not_at_all_is_found() {
    BsonArray history = records.distributors().get(0).getArray("history");
    history.add(history.get(0));
    requireComplaint("applied twice: telegram:4711:1#0");
    history.clear();
    requireComplaint("mobile " + MOBILE + " is on record 0 times");
  }

  @Test
  void a_promise_that_was_kept_twice_or_not_at_all_is_found() {
    BsonArray entries = records.ledgers().get(0).getArray("entries");
    entries.add(entries.get(0));
    requireComplaint("promise Q3Z is on record 2 times");
    entries.clear();
    requireComplaint("promise Q3Z is on record 0 times");
  }

  @Test
  void a_reminder_whose_time_has_gone_by_is_found() {
    records
        .ledgers()
        .get(0)
        .getArray("entries")
        .get(0)
        .asDocument()
        .append("remindAt", new BsonDateTime(-100_000));
    requireComplaint("never reminded of");
  }

  @Test
  void a_reply_that_was_never_sent_or_not_in_order_is_found() {
    accepted.remove(1);
    requireComplaint("never sent: Noted & kept: 2");
    accepted.add(message(2));
    requireComplaint("not in order");
    records.outbox().remove(1);
    requireComplaint("reply 0 of telegram:4711:2 was never to be sent");
  }

  @Test
  void a_reply_sent_twice_is_counted_and_is_wrong_when_no_try_was_of_unknown_outcome() {
    accepted.add(1, message(1));
    requireComplaint("sent 2 times: telegram:4711:1#0");
    records.outbox().get(0).put("tries", new BsonInt32(2));
    assertThat(verdict()).isEqualTo(new Verdict(List.of(), 3, 3, 1, 0));
  }

  @Test
  void replies_that_went_as_one_message_are_recognised() {
    accepted.clear();
    accepted.add(message(1));
    accepted.add(new Accepted(CHAT, "Noted &amp; kept: 2\n\nNoted &amp; kept: 3"));
    assertThat(verdict().complaints()).isEmpty();
  }

  @Test
  void what_is_sent_again_may_go_with_what_follows_it() {
    accepted.clear();
    accepted.add(message(1));
    accepted.add(message(2));
    accepted.add(new Accepted(CHAT, "Noted &amp; kept: 2\n\nNoted &amp; kept: 3"));
    records.outbox().get(1).put("tries", new BsonInt32(2));
    assertThat(verdict()).isEqualTo(new Verdict(List.of(), 3, 3, 1, 0));
  }

  @Test
  void of_two_replies_with_one_text_the_one_that_was_tried_again_came_again() {
    BsonDocument same = new BsonDocument("text", new BsonString("Noted & kept: 1"));
    records.outbox().get(1).put("reply", same);
    accepted.set(1, message(1));
    accepted.add(1, message(1));
    requireComplaint("sent 2 times");
    records.outbox().get(0).put("tries", new BsonInt32(2));
    assertThat(verdict()).isEqualTo(new Verdict(List.of(), 3, 3, 1, 0));
  }

  @Test
  void a_reply_that_came_again_after_what_follows_it_is_not_in_order() {
    accepted.add(2, message(1));
    records.outbox().get(0).put("tries", new BsonInt32(2));
    requireComplaint("not in order");
  }

  @Test
  void what_went_in_one_message_comes_again_whole_or_from_a_later_reply_on() {
    accepted.clear();
    accepted.add(new Accepted(CHAT, "Noted &amp; kept: 1\n\nNoted &amp; kept: 2"));
    accepted.add(new Accepted(CHAT, "Noted &amp; kept: 1\n\nNoted &amp; kept: 2"));
    accepted.add(message(2));
    accepted.add(message(3));
    records.outbox().get(0).put("tries", new BsonInt32(2));
    records.outbox().get(1).put("tries", new BsonInt32(3));
    assertThat(verdict()).isEqualTo(new Verdict(List.of(), 3, 3, 2, 0));
  }

  @Test
  void a_reply_that_came_again_behind_what_went_with_it_is_not_in_order() {
    accepted.clear();
    accepted.add(new Accepted(CHAT, "Noted &amp; kept: 1\n\nNoted &amp; kept: 2"));
    accepted.add(message(1));
    accepted.add(message(2));
    accepted.add(message(3));
    records.outbox().get(0).put("tries", new BsonInt32(2));
    records.outbox().get(1).put("tries", new BsonInt32(2));
    assertThat(verdict().complaints())
        .containsExactly("chat 710000: not in order, or not to be sent: Noted & kept: 1");
  }

  @Test
  void a_reply_that_came_again_is_not_taken_for_the_next_of_the_same_text_that_went_with_others() {
    BsonDocument same = new BsonDocument("text", new BsonString("Noted & kept: 1"));
    records.outbox().get(1).put("reply", same);
    records.outbox().get(0).put("tries", new BsonInt32(2));
    accepted.clear();
    accepted.add(message(1));
    accepted.add(message(1));
    accepted.add(new Accepted(CHAT, "Noted &amp; kept: 1\n\nNoted &amp; kept: 3"));
    assertThat(verdict()).isEqualTo(new Verdict(List.of(), 3, 3, 1, 0));
  }
}
