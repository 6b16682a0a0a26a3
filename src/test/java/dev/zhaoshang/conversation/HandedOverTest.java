package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Attachment;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Note;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.SentFile;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Update.About;
import dev.zhaoshang.domain.Update.Kind;
import dev.zhaoshang.domain.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, places, messages of others and replies to earlier questions, by the front door. */
class HandedOverTest {

  private static final AtomicInteger REPS = new AtomicInteger();

  private static Workbench bench;

  private final String rep = "handed" + REPS.incrementAndGet();

  @BeforeAll
  static void open(@TempDir Path dir) {
    bench = new Workbench(dir, () -> Brains.ofDialogs());
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @Test
  void a_paper_is_kept_with_the_current_distributor() {
    bench.say(rep, "王建国");
    SentFile licence = new SentFile("f1", "执照.pdf", "application/pdf", 1000);
    assertThat(ids(send(Kind.FILE, "营业执照", null, licence))).startsWith("file.kept");
    assertThat(ledger().all(Attachment.class))
        .extracting(Attachment::file, Attachment::caption)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(licence, "营业执照"));
    bench.say(rep, "撤销");
    assertThat(ledger().all(Attachment.class)).isEmpty();
  }

  @Test
  void what_runs_is_too_large_or_belongs_to_nobody_is_not_kept() {
    SentFile licence = new SentFile("f1", "执照.pdf", "application/pdf", 1000);
    assertThat(ids(send(Kind.FILE, "", null, licence))).containsExactly("file.nobody");
    bench.say(rep, "王建国");
    SentFile program = new SentFile("f2", "a.exe", "application/pdf", 1000);
    assertThat(ids(send(Kind.FILE, "", null, program))).startsWith("file.type");
    SentFile large = new SentFile("f3", "a.pdf", "application/pdf", SentFile.LARGEST + 1);
    assertThat(ids(send(Kind.FILE, "", null, large))).startsWith("file.large");
    assertThat(ledger().all(Attachment.class)).isEmpty();
  }

  @Test
  void forwarded_messages_in_a_row_are_one_note_and_answered_once() {
    bench.say(rep, "王建国");
    assertThat(ids(send(Kind.FORWARD, "下周再看看", null, null))).startsWith("note.begun");
    assertThat(send(Kind.FORWARD, "要问一下合伙人", null, null)).isEmpty();
    assertThat(ledger().all(Note.class))
        .extracting(Note::lines)
        .containsExactly(List.of("下周再看看", "要问一下合伙人"));
    bench.now = bench.now.plusSeconds(600);
    send(Kind.FORWARD, "可以", null, null);
    assertThat(ledger().all(Note.class)).hasSize(2);
  }

  @Test
  void what_a_forwarded_message_tells_is_recorded_too() {
    bench.say(rep, "王建国");
    assertThat(ids(send(Kind.FORWARD, "我的手机13812345678", null, null))).startsWith("recorded");
    assertThat(bench.current(rep).flatMap(d -> d.text("mobile"))).contains("13812345678");
    assertThat(ledger().all(Note.class)).hasSize(1);
  }

  @Test
  void a_place_is_proposed_and_one_tap_records_it() {
    bench.say(rep, "王建国");
    List<Reply> proposed = send(Kind.LOCATION, "31.31700,120.61900", null, null);
    assertThat(proposed.get(0).text()).contains("苏州");
    bench.press(rep, proposed.get(0).buttons().get(0).data());
    assertThat(bench.current(rep).orElseThrow().fact("wantedRegions").orElseThrow())
        .satisfies(fact -> assertThat(fact.codes()).containsExactly("320500"))
        .extracting(fact -> fact.value())
        .isEqualTo(new Value.Items(List.of("苏州")));
  }

  @Test
  void a_place_abroad_or_in_the_sea_is_not_known() {
    bench.say(rep, "王建国");
    assertThat(ids(send(Kind.LOCATION, "48.85660,2.35220", null, null)))
        .startsWith("place.unknown");
    assertThat(ids(send(Kind.LOCATION, "x", null, null))).startsWith("place.unknown");
  }

  @Test
  void a_reply_to_an_earlier_question_goes_to_that_question() {
    bench.say(rep, "王建国");
    String first = bench.current(rep).orElseThrow().id();
    bench.say(rep, "新客户");
    bench.say(rep, "李四海");
    List<Reply> replies = send(Kind.TEXT, "13912345679", new About(first, "mobile"), null);
    assertThat(ids(replies)).startsWith("referred");
    assertThat(bench.shelves.distributors().find(first).flatMap(d -> d.text("mobile")))
        .contains("13912345679");
    assertThat(bench.session(rep).distributor()).isNotEqualTo(first);
    assertThat(bench.current(rep).flatMap(d -> d.text("mobile"))).isEmpty();
  }

  @Test
  void a_reply_to_a_question_about_somebody_elses_distributor_changes_nothing_there() {
    bench.say("other" + rep, "王建国");
    String theirs = bench.current("other" + rep).orElseThrow().id();
    bench.say(rep, "李四海");
    send(Kind.TEXT, "13912345670", new About(theirs, "mobile"), null);
    assertThat(bench.shelves.distributors().find(theirs).flatMap(d -> d.text("mobile"))).isEmpty();
  }

  private Ledger ledger() {
    return bench
        .shelves
        .ledgers()
        .find(Ledger.ofDistributor(bench.current(rep).orElseThrow().id()));
  }

  private List<Reply> send(Kind kind, String text, @Nullable About about, @Nullable SentFile file) {
    Update bare = bench.update(rep, kind, text, null, null);
    return bench.receive(
        new Update(bare.id(), rep, "test", rep, kind, text, null, null, null, "", about, file));
  }

  private static List<String> ids(List<Reply> replies) {
    return replies.stream().map(Reply::id).toList();
  }
}
