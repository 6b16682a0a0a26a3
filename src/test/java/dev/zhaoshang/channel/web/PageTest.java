package dev.zhaoshang.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Update;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The chat page in a real browser, with a fake conversation behind it. */
class PageTest {

  private static Chromium browser;
  private WebServer server;

  @BeforeAll
  static void openBrowser() throws IOException {
    browser = new Chromium();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openPage() {
    server = WebServer.openDemo();
    browser.size(390, 844);
    browser.open(server.address());
  }

  @AfterEach
  void stop() {
    browser.open("about:blank");
    server.close();
  }

  private void type(CharSequence... keys) {
    browser.find("#text").sendKeys(keys);
  }

  @Test
  void enter_sends_and_shift_enter_breaks_the_line() {
    type("第一行", Keys.chord(Keys.SHIFT, Keys.ENTER), "第二行", Keys.ENTER);

    browser.waitFor(".line.bot", 2);
    assertThat(server.conversation.updates).extracting(Update::text).containsExactly("第一行\n第二行");
    assertThat(browser.find("#text").getDomProperty("value")).isEmpty();
  }

  @Test
  void the_enter_of_an_input_method_does_not_send() {
    type("wang");
    browser.run(
        "const enter = o => document.getElementById('text').dispatchEvent("
            + "new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true, ...o}));"
            + "enter({isComposing: true}); enter({keyCode: 229});");

    assertThat(browser.all(".line.me")).isEmpty();
    type(Keys.ENTER);
    browser.waitFor(".line.me", 1);
  }

  @Test
  void buttons_are_sent_by_their_data_and_older_ones_step_back() {
    type("你好", Keys.ENTER);
    browser.waitFor(".chips:not(.old) .chip", 2);
    browser.find(".chip[data-data='skip:mobile']").click();

    browser.waitFor(".chips.old", 1);
    browser.waitFor(".chips:not(.old)", 1);
    assertThat(server.conversation.updates.get(1).button()).isEqualTo("skip:mobile");
    assertThat(browser.texts(".line.me .text")).containsExactly("你好", "跳过");
    browser.find(".chips.old .chip").click();
    browser.waitFor(".line.me", 3);
  }

  @Test
  void a_chart_is_shown_under_its_text() {
    server.conversation.showsChart("本周三次");
    browser.reload();

    browser.waitFor(".line.bot .picture img", 1);
    assertThat(browser.find(".picture img").getDomProperty("naturalWidth")).isEqualTo("960");
  }

  @Test
  void markup_is_shown_as_it_was_typed() {
    type("<img src=x onerror=alert(1)> **粗**", Keys.ENTER);

    browser.waitFor(".line.me .text", "<img src=x onerror=alert(1)> **粗**");
    assertThat(browser.all("#log img")).isEmpty();
  }

  @Test
  void the_conversation_and_the_draft_are_there_after_a_reload() {
    type("你好", Keys.ENTER);
    browser.waitFor(".line.bot", 2);
    type("还没打完");
    browser.reload();

    browser.waitFor(".line.bot", 2);
    assertThat(browser.texts(".line.me .text")).containsExactly("你好");
    assertThat(browser.find("#text").getDomProperty("value")).isEqualTo("还没打完");
    assertThat(server.conversation.updates).hasSize(1);
  }

  @Test
  void what_could_not_be_sent_is_sent_again_under_the_same_id() {
    server.conversation.storeIsDown(true);
    type("第一条", Keys.ENTER);
    type("第二条", Keys.ENTER);
    browser.waitFor("#banner", "正在重连");
    browser.reload();
    browser.waitFor("#banner", "正在重连");
    assertThat(server.conversation.updates).isEmpty();

    server.conversation.storeIsDown(false);

    browser.waitFor(".line.bot", 4);
    assertThat(server.conversation.updates).extracting(Update::text).containsExactly("第一条", "第二条");
    assertThat(browser.find("#banner").isDisplayed()).isFalse();
  }

  @Test
  void a_refused_message_says_why_and_can_be_tried_again() {
    browser.open(server.address() + "/?rep=nobody");
    type("你好", Keys.ENTER);

    browser.waitFor(".line.failed .note", "没有“nobody”这位代表");
    browser.waitFor(".line.failed .note", "重试");
  }

  @Test
  void the_record_opens_over_the_chat_on_a_phone_and_escape_closes_it() {
    type("王建国", Keys.ENTER);
    browser.waitFor("#strip-count", "0/1");
    browser.find("#strip").click();

    browser.waitFor("#record-title", "王建国");
    browser.waitFor(".aspect.asked .asking", "正在问");
    assertThat(browser.run("return document.activeElement.id")).isEqualTo("record-close");
    browser.find("#record-close").sendKeys(Keys.ESCAPE);
    assertThat(browser.run("return document.activeElement.id")).isEqualTo("strip");
  }

  @Test
  void english_is_the_language_of_the_page_and_of_the_next_replies() {
    type("王建国", Keys.ENTER);
    browser.waitFor(".line.bot", 2);
    browser.find("#language").click();

    browser.waitFor("#strip-count", "0/1");
    browser.waitFor(".line.me", 2);
    browser.waitFor(".line.bot", 4);
    assertThat(server.conversation.updates.get(1).button()).isEqualTo("lang:en");
    assertThat(browser.find("#text").getDomAttribute("placeholder")).startsWith("Type");
    assertThat(browser.run("return document.documentElement.lang")).isEqualTo("en");
  }

  @Test
  void a_reminder_appears_by_itself() {
    server.conversation.reminds("给王总回电话");
    browser.reload();

    browser.waitFor(".line.bot .text", "给王总回电话");
  }

  @Test
  void a_server_with_a_token_asks_for_it() {
    server.close();
    server = new WebServer(new WebSettings(false, "s3cret", Duration.ofSeconds(20)));
    browser.open(server.address());
    browser.waitFor("#token-why", "登录码");
    browser.find("#token-input").sendKeys("wrong", Keys.ENTER);
    browser.waitFor("#token-why", "不对");
    browser.find("#token-input").sendKeys("s3cret", Keys.ENTER);
    type("你好", Keys.ENTER);
    browser.waitFor(".line.bot", 2);
  }

  @Test
  void a_rep_signs_in_with_a_code_and_the_page_is_that_reps() {
    server.close();
    server = new WebServer(new WebSettings(false, "s3cret", Duration.ofSeconds(20)));
    server.people.hire("hanmei", Person.Role.REP, "boss");
    server.people.invite("hanmei");
    browser.open(server.address());
    browser.waitFor("#token-why", "登录码");
    browser.find("#token-input").sendKeys("AAAABBBBCCCCDDDD", Keys.ENTER);
    browser.waitFor("#token-why", "不对");
    browser.find("#token-input").sendKeys(WebPeople.CODE, Keys.ENTER);
    browser.waitFor("#token:not([open])", 1);
    type("你好", Keys.ENTER);
    browser.waitFor(".line.bot", 2);
    assertThat(server.conversation.updates).extracting(Update::rep).containsOnly("hanmei");
  }

  @Test
  void nothing_is_wider_than_the_smallest_phone_and_the_console_is_silent() {
    browser.complaints();
    browser.size(360, 640);
    type("一".repeat(300) + "x".repeat(300), Keys.ENTER);
    browser.waitFor(".line.bot", 2);

    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(360L);
    assertThat(browser.run("return document.getElementById('scroll').scrollWidth")).isEqualTo(360L);
    assertThat(browser.complaints()).isEmpty();
  }
}
