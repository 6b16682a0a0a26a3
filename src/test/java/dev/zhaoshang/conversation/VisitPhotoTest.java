package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Attachment;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.SentFile;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Tick;
import dev.zhaoshang.domain.Update;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photos of what has to be seen on a visit. Today is Monday, 2 March 2026. */
class VisitPhotoTest extends WithATeam {

  private int photos;

  @BeforeEach
  void open() {
    bench.say("wang", "王建国 苏州康泰医药 13812340001");
    bench.say("wang", "侧面了解");
    for (String answer : List.of("康达老刘", "打款爽快", "带八个人", "自己纯销", "口碑还行")) {
      bench.say("wang", answer);
    }
  }

  @Test
  void a_photo_of_the_office_ticks_it_and_stays_with_the_tick() {
    second();
    List<Reply> replies = photo("办公室");
    assertThat(ids(replies)).startsWith("photo.kept");
    assertThat(replies.get(0).text()).contains("客户办公室", "第 1 张", "还差：客户仓库");
    assertThat(tick("secondVisitMustSee", "", "office"))
        .hasValueSatisfying(tick -> assertThat(tick.state()).isEqualTo(Tick.State.DONE));
    assertThat(ledger().all(Attachment.class))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.file().id()).isEqualTo("photo1");
              assertThat(one.tick()).isEqualTo(Tick.id("secondVisitMustSee", "", "office"));
            });
    assertThat(ids(photo("仓库 货不多 效期都新"))).startsWith("photo.kept.last");
    assertThat(tick("secondVisitMustSee", "", "warehouse").map(Tick::note)).contains("仓库 货不多 效期都新");
    assertThat(bench.say("wang", "二必到").get(0).text()).contains("仓库 货不多 效期都新（照片 1 张）");
  }

  @Test
  void where_a_photo_without_a_caption_was_taken_a_button_tells() {
    second();
    assertThat(ids(photo(""))).startsWith("photo.where");
    assertThat(tick("secondVisitMustSee", "", "warehouse")).isEmpty();
    assertThat(ids(bench.tap("wang", "客户仓库"))).startsWith("photo.kept");
    assertThat(tick("secondVisitMustSee", "", "warehouse")).isPresent();
    assertThat(ledger().all(Attachment.class))
        .extracting(Attachment::tick)
        .containsExactly(Tick.id("secondVisitMustSee", "", "warehouse"));
  }

  @Test
  void a_caption_that_says_what_was_not_seen_ticks_nothing_and_the_buttons_ask() {
    second();
    for (String caption :
        List.of(
            "仓库没让进，在门口拍的",
            "没去办公室",
            "仓库不让进",
            "not let into the warehouse",
            "office, couldn't go in")) {
      List<Reply> replies = photo(caption);
      assertThat(ids(replies)).as(caption).startsWith("photo.where");
      assertThat(replies.get(0).buttons()).extracting(Button::label).contains("客户办公室", "客户仓库");
    }
    assertThat(ledger().all(Tick.class)).noneMatch(t -> t.checklist().equals("secondVisitMustSee"));
    assertThat(ids(bench.tap("wang", "客户仓库"))).startsWith("photo.kept");
  }

  @Test
  void the_last_photo_leaves_another_list_that_is_open_as_it_is() {
    second();
    photo("办公室");
    bench.say("wang", "/checklist convey");
    Session.Position before = bench.session("wang").position();
    assertThat(before.subject()).startsWith("convey/");
    assertThat(ids(photo("仓库"))).startsWith("photo.kept.last");
    assertThat(bench.session("wang").position()).isEqualTo(before);
    bench.say("wang", "讲了保证金");
    assertThat(tick("convey", "", "deposit")).isPresent();
  }

  @Test
  void the_last_photo_closes_the_list_that_it_completes() {
    second();
    photo("办公室");
    bench.say("wang", "二必到");
    photo("仓库");
    assertThat(bench.session("wang").position().state()).isNotEqualTo(States.CHECKLIST);
  }

  @Test
  void undo_takes_photo_and_tick_back() {
    second();
    photo("办公室");
    bench.tap("wang", "撤销");
    assertThat(tick("secondVisitMustSee", "", "office")).isEmpty();
    assertThat(ledger().all(Attachment.class)).isEmpty();
  }

  @Test
  void a_photo_beside_the_list_counts_for_the_visit_of_the_day() {
    second();
    bench.say("wang", "返回");
    assertThat(ids(photo("仓库"))).startsWith("photo.kept");
    bench.now = bench.now.plus(Duration.ofDays(1));
    assertThat(ids(photo("仓库"))).startsWith("file.kept");
  }

  @Test
  void an_existing_customers_photos_are_of_the_visit_of_the_day() {
    bench.press("wang", "stage:" + current() + ":trial");
    bench.say("wang", "市一院");
    bench.say("wang", "/visit");
    assertThat(ids(photo("药店货架"))).startsWith("photo.kept");
    assertThat(tick("existingVisitMustSee", "2026-03-02", "market")).isPresent();
    bench.say("wang", "三必到");
    assertThat(ids(photo("他单位"))).startsWith("photo.kept");
    assertThat(tick("existingVisitMustSee", "2026-03-02", "unit")).isPresent();
  }

  @Test
  void a_paper_is_no_photo_and_a_photo_without_a_visit_is_kept_as_before() {
    assertThat(ids(photo("仓库"))).startsWith("file.kept");
    second();
    SentFile licence = new SentFile("f1", "执照.pdf", "application/pdf", 1000);
    assertThat(ids(send("办公室", licence))).startsWith("file.kept");
  }

  @Test
  void in_english_it_is_the_same() {
    bench.say("wang", "english");
    second();
    assertThat(photo("the warehouse").get(0).text())
        .contains("His warehouse", "Still open: His office");
  }

  private void second() {
    bench.say("wang", "/visit");
    bench.now = bench.now.plus(Duration.ofDays(3));
    bench.say("wang", "/visit");
  }

  private List<Reply> photo(String caption) {
    return send(caption, new SentFile("photo" + ++photos, "", "image/jpeg", 1000));
  }

  private List<Reply> send(String caption, SentFile file) {
    Update bare = bench.update("wang", Update.Kind.FILE, caption, null, null);
    return bench.receive(
        new Update(
            bare.id(),
            "wang",
            "test",
            "wang",
            bare.kind(),
            caption,
            null,
            null,
            null,
            "",
            null,
            file));
  }

  private String current() {
    return bench.current("wang").orElseThrow().id();
  }

  private Ledger ledger() {
    return bench.shelves.ledgers().find(Ledger.ofDistributor(current()));
  }

  private Optional<Tick> tick(String list, String occasion, String item) {
    return ledger().find(Tick.class, Tick.id(list, occasion, item));
  }
}
