package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.conversation.FrontDoor.Receipt;
import dev.zhaoshang.domain.AuditEntry;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes in at the front door, and what becomes of it. */
class FrontDoorTest extends AtTheBench {

  @Test
  void the_same_update_twice_is_one_turn_with_the_same_replies() throws Exception {
    Update update = bench.update(rep, Update.Kind.TEXT, "王建国", null, null);
    Receipt first = bench.runner.receive(update);
    List<Reply> replies = first.replies().get(20, TimeUnit.SECONDS);
    Receipt again = bench.runner.receive(update);
    assertThat(first.first()).isTrue();
    assertThat(again.first()).isFalse();
    assertThat(again.replies().get(20, TimeUnit.SECONDS)).isEqualTo(replies);
    assertThat(bench.session(rep).inboxSeq()).isEqualTo(1);
  }

  @Test
  void the_same_text_twice_is_two_turns() {
    bench.say(rep, "王建国");
    bench.say(rep, "王建国");
    assertThat(bench.session(rep).inboxSeq()).isEqualTo(2);
  }

  @Test
  void a_burst_is_taken_in_the_order_in_which_it_came() throws Exception {
    List<Receipt> receipts = new ArrayList<>();
    List<Update> updates =
        IntStream.rangeClosed(1, 10)
            .mapToObj(n -> bench.update(rep, Update.Kind.TEXT, "临床代表" + n + "个", null, null))
            .toList();
    updates.forEach(update -> receipts.add(bench.runner.receive(update)));
    for (Receipt receipt : receipts) {
      receipt.replies().get(20, TimeUnit.SECONDS);
    }
    for (int n = 0; n < updates.size(); n++) {
      var turn = bench.turn(updates.get(n).id());
      assertThat(turn.seq()).isEqualTo(n + 1L);
    }
    assertThat(bench.current(rep).orElseThrow().fact("clinicalReps").map(Fact::value))
        .contains(new Value.Count(10));
  }

  @Test
  void what_cannot_be_read_gets_a_reply_that_says_so_and_the_question_again() {
    bench.say(rep, "王建国 13812340001");
    assertThat(ids(bench.say(rep, ""))).containsExactly("text.empty", "ask.nature");
    assertThat(ids(bench.say(rep, "\u0000\u0007"))).containsExactly("text.empty", "ask.nature");
    assertThat(ids(bench.say(rep, "😀😀👍"))).containsExactly("text.wordless", "ask.nature");
    assertThat(ids(bench.say(rep, "很长".repeat(5_000)))).containsExactly("text.long", "ask.nature");
    assertThat(ids(bench.send(rep, Update.Kind.VOICE))).containsExactly("kind.voice", "ask.nature");
    assertThat(ids(bench.send(rep, Update.Kind.FILE))).containsExactly("kind.file", "ask.nature");
    assertThat(ids(bench.send(rep, Update.Kind.OTHER))).containsExactly("kind.other", "ask.nature");
    assertThat(ids(bench.send(rep, Update.Kind.UNREADABLE)))
        .containsExactly("kind.unreadable", "ask.nature");
  }

  @Test
  void a_text_that_is_not_read_is_kept_whole() {
    String text = "很长".repeat(5_000);
    Update update = bench.update(rep, Update.Kind.TEXT, text, null, null);
    bench.receive(update);
    assertThat(bench.turn(update.id()).text()).isEqualTo(text);
  }

  @Test
  void markup_is_text() {
    List<Reply> replies = bench.say(rep, "<b>王建国</b> *13812340002* [x](http://a)");
    assertThat(replies).isNotEmpty();
    assertThat(bench.current(rep).orElseThrow().text("mobile")).contains("13812340002");
  }

  @Test
  void a_button_of_another_distributors_card_changes_nothing() {
    bench.say(rep, "王建国 13812340003");
    String first = bench.session(rep).distributor();
    bench.say(rep, "新客户");
    bench.say(rep, "李国强 13812340004");
    List<Reply> replies = bench.press(rep, "pick:" + first + ":nature:company");
    assertThat(ids(replies).get(0)).isEqualTo("stale");
    assertThat(bench.records.of(rep)).noneMatch(d -> d.fact("nature").isPresent());
  }

  @Test
  void made_up_buttons_are_stale() {
    bench.say(rep, "王建国 13812340005");
    for (String data :
        List.of("", ":", "pick", "pick:x:y", "card:nobody:0", "goto:x", "card:noFunds:-1")) {
      assertThat(ids(bench.press(rep, data)).get(0)).as(data).isEqualTo("stale");
    }
  }

  @Test
  void a_rep_cannot_go_to_another_reps_distributor() {
    bench.say(rep + "2", "赵六 13812340006");
    String other = bench.session(rep + "2").distributor();
    assertThat(ids(bench.press(rep, "goto:" + other))).containsExactly("stale");
    assertThat(bench.session(rep).distributor()).isNull();
  }

  @Test
  void an_edited_answer_corrects_that_answer_and_no_later_one() {
    bench.sayAs(rep, "m1", "王建国 13812340007 临床代表12个");
    bench.sayAs(rep, "m2", "临床代表改成15个");
    bench.edit(rep, "m1", "王建民 13812340007 临床代表13个");
    var current = bench.current(rep).orElseThrow();
    assertThat(current.text("name")).contains("王建民");
  }

  @Test
  void an_edit_leaves_alone_what_was_corrected_since_and_adds_what_is_new() {
    bench.sayAs(rep, "m1", "王建国 13812345678");
    bench.sayAs(rep, "m2", "他手机改成13912345678");
    List<Reply> replies = bench.edit(rep, "m1", "王建国 13812345678，苏州康泰医药公司");
    assertThat(ids(replies)).contains("edited", "edited.corrected");
    assertThat(bench.current(rep).orElseThrow().text("mobile")).contains("13912345678");
    assertThat(bench.current(rep).orElseThrow().text("company")).isPresent();
    bench.edit(rep, "m1", "王建国 13612345678，苏州康泰医药公司");
    assertThat(bench.current(rep).orElseThrow().text("mobile")).contains("13612345678");
  }

  @Test
  void what_an_edit_said_goes_with_the_next_edit() {
    bench.sayAs(rep, "m1", "王建国 13812340008");
    bench.edit(rep, "m1", "王建国 13812340008 挂靠");
    bench.edit(rep, "m1", "王建国 13812340008");
    assertThat(bench.current(rep).orElseThrow().fact("nature")).isEmpty();
  }

  @Test
  void an_edit_gives_no_command() {
    bench.sayAs(rep, "m1", "王建国 13812340008");
    String before = bench.session(rep).distributor();
    assertThat(ids(bench.edit(rep, "m1", "/new"))).startsWith("edited.command");
    assertThat(bench.session(rep).distributor()).isEqualTo(before);
    assertThat(bench.current(rep).orElseThrow().text("mobile")).contains("13812340008");
  }

  @Test
  void an_edit_takes_back_what_the_message_had_told() {
    bench.sayAs(rep, "m1", "王建国 13812340008 挂靠");
    bench.edit(rep, "m1", "王建国 13812340008");
    var current = bench.current(rep).orElseThrow();
    assertThat(
            bench
                .store
                .ledgers()
                .find(AuditEntry.ledgerOf(bench.now))
                .all(AuditEntry.class)
                .stream()
                .filter(entry -> entry.what().equals("edit") && entry.by().equals(rep)))
        .extracting(AuditEntry::subject)
        .containsExactly(current.id());
    assertThat(current.fact("nature")).isEmpty();
    assertThat(current.text("mobile")).contains("13812340008");
  }

  @Test
  void undo_puts_every_field_back_and_can_be_repeated_to_the_beginning() {
    bench.say(rep, "王建国 13812340009 挂靠");
    bench.say(rep, "手机错了 是13812340010");
    bench.say(rep, "撤销");
    assertThat(bench.current(rep).orElseThrow().text("mobile")).contains("13812340009");
    bench.say(rep, "撤销");
    assertThat(bench.records.of(rep)).isEmpty();
    assertThat(ids(bench.say(rep, "撤销"))).containsExactly("undo.nothing");
  }

  @Test
  void a_merge_can_be_taken_back() {
    bench.say(rep, "王建国 13812340011");
    bench.say(rep, "新客户");
    bench.say(rep, "王总 13812340011 挂靠");
    bench.tap(rep, "是，合并");
    assertThat(bench.records.of(rep)).hasSize(1);
    bench.say(rep, "撤销");
    assertThat(bench.records.of(rep)).hasSize(2);
  }

  @Test
  void the_reps_words_stand_beside_the_value() {
    bench.say(rep, "手机幺三八幺二三四零零幺二 王建国");
    Fact fact = bench.current(rep).orElseThrow().fact("mobile").orElseThrow();
    assertThat(fact.value()).isEqualTo(new Value.Text("13812340012"));
    assertThat(fact.words()).contains("幺三八");
    assertThat(fact.at()).isAfter(Workbench.START);
    assertThat(fact.confidence()).isBetween(0.5, 1.0);
  }

  @Test
  void answers_come_in_the_language_in_which_the_rep_types_until_one_is_chosen() {
    assertThat(bench.say(rep, "what can you do").get(0).text()).contains("Just type");
    assertThat(bench.say(rep, "帮助").get(0).text()).contains("直接打字");
    bench.press(rep, "lang:en");
    assertThat(bench.say(rep, "帮助").get(0).text()).contains("Just type");
  }

  @Test
  void only_an_admin_registers_people() {
    bench.hire(rep, Person.Role.REP);
    assertThat(ids(bench.say(rep, "/adduser lilei rep 李雷 telegram:12345")))
        .contains("access.denied");
    bench.hire(rep + "admin", Person.Role.ADMIN);
    assertThat(ids(bench.say(rep + "admin", "/adduser lilei rep 李雷 telegram:12345")))
        .contains("people.added");
    assertThat(bench.store.people().byAccount("telegram:12345").orElseThrow().name())
        .isEqualTo("李雷");
    assertThat(ids(bench.say(rep + "admin", "/removeuser lilei"))).contains("people.removed");
    assertThat(bench.store.people().find("lilei").orElseThrow().active()).isFalse();
  }
}
