package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Attachment;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.SentFile;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Update.Kind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written under a picture is heard as if typed; what is said is not lost on the way. */
class CaptionTest extends WithATeam {

  private static final SentFile PHOTO = new SentFile("f1", "", "image/jpeg", 1000);
  private static final SentFile PAPER = new SentFile("f2", "a.pdf", "application/pdf", 1000);
  private static final SentFile VOICE = new SentFile("f3", "", "audio/ogg", 1000);

  @Test
  void a_caption_tells_of_the_customer_and_the_photo_is_kept() {
    bench.say("wang", "王建国 13812345678");
    List<Reply> replies = send("1", Kind.FILE, "他是挂靠的，想要苏州，有3个临床代表", PHOTO);
    assertThat(ids(replies)).contains("recorded", "file.kept");
    assertThat(bench.current("wang").orElseThrow().fields())
        .containsKeys("nature", "wantedRegions", "clinicalReps");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void a_caption_says_what_is_to_be_done() {
    bench.say("wang", "王建国 13812345678，苏州康泰医药公司");
    send("1", Kind.FILE, "明天下午三点给王建国打电话", PAPER);
    assertThat(bench.store.ledgers().find(Ledger.ofRep("wang")).all(FollowUp.class)).hasSize(1);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void a_caption_begins_a_customer_whose_the_photo_is() {
    List<Reply> replies = send("1", Kind.FILE, "李大海 13912345679 名片", PHOTO);
    assertThat(ids(replies)).contains("file.kept").doesNotContain("file.nobody");
    assertThat(bench.current("wang").orElseThrow().text("mobile")).contains("13912345679");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void words_that_only_name_the_picture_are_no_unclear_answer_and_no_command() {
    bench.say("wang", "王建国 13812345678，苏州康泰医药公司");
    String asked = bench.session("wang").position().asked();
    for (String caption : List.of("名片", "门头照片", "/new")) {
      assertThat(ids(send(caption, Kind.FILE, caption, PHOTO))).startsWith("file.kept");
    }
    assertThat(bench.session("wang").position().asked()).isEqualTo(asked);
    assertThat(bench.session("wang").position().tries()).isZero();
  }

  @Test
  void a_voice_message_whose_words_never_came_is_not_forgotten() {
    bench.say("wang", "王建国 13812345678");
    send("v1", Kind.VOICE, "", VOICE);
    bench.restart();
    bench.until(bench.now.plus(Duration.ofMinutes(20)));
    assertThat(ids(bench.unasked("wang"))).containsOnlyOnce("kind.voice.lost");
  }

  @Test
  void a_voice_message_whose_words_came_is_not_asked_for_again() {
    bench.say("wang", "王建国 13812345678");
    send("v1", Kind.VOICE, "", VOICE);
    send("v1" + Update.HEARD, Kind.TEXT, "他是挂靠的", null);
    assertThat(bench.current("wang").orElseThrow().fields()).containsKey("nature");
    bench.say("wang", "/undo");
    bench.until(bench.now.plus(Duration.ofMinutes(20)));
    assertThat(ids(bench.unasked("wang"))).doesNotContain("kind.voice.lost");
    assertThat(bench.current("wang").orElseThrow().fields()).doesNotContainKey("nature");
  }

  private List<Attachment> kept() {
    String distributor = String.valueOf(bench.session("wang").distributor());
    return bench.store.ledgers().find(Ledger.ofDistributor(distributor)).all(Attachment.class);
  }

  private List<Reply> send(String id, Kind kind, String text, @Nullable SentFile file) {
    return bench.receive(
        new Update(
            "telegram:caption:" + id,
            "wang",
            "test",
            "wang",
            kind,
            text,
            null,
            null,
            null,
            text,
            null,
            file));
  }
}
