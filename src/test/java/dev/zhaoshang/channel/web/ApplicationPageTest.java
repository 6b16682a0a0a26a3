package dev.zhaoshang.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.ZhaoshangApplication;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The chat page in a real browser, with the whole application behind it. */
class ApplicationPageTest {

  @TempDir private static Path data;

  private static Chromium browser;
  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void start() throws IOException {
    browser = new Chromium();
    application =
        new SpringApplicationBuilder(ZhaoshangApplication.class)
            .run(
                "--server.port=0",
                "--zhaoshang.data-dir=" + data,
                "--zhaoshang.mongodb-uri=",
                "--zhaoshang.http.token=",
                "--zhaoshang.telegram.token=");
  }

  @AfterAll
  static void stop() {
    if (application != null) {
      application.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void a_rep_fills_the_record_by_chatting_taps_meets_an_objection_and_goes_on_in_english()
      throws IOException {
    browser.size(390, 844);
    browser.open(
        "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
    browser.waitFor("#example", "王建国");
    browser.screenshot("1-phone-welcome");

    browser.find("#example").click();
    browser.waitFor("#strip-title", "王建国");
    browser.waitFor(".chips:not(.old)", 1);
    browser.screenshot("2-phone-recorded");
    browser.find("#strip").click();
    browser.waitFor(".row[data-field=mobile] dd", "138 1234 5678");
    browser.waitFor(".row[data-field=clinicalReps] dd", "20");
    browser.waitFor(".row[data-field=wantedRegions] dd", "无锡");
    browser.screenshot("3-phone-record");
    browser.find("#record-close").click();

    browser.size(1280, 800);
    String asked = browser.texts(".line.bot:last-child .text").get(0);
    browser.find(".chips:not(.old) .chip").click();
    browser.waitFor(".line.me", 2);
    browser.waitFor(".chips.old", 1);
    assertThat(browser.texts(".line.bot:last-child .text").get(0)).isNotEqualTo(asked);

    browser.find("#text").sendKeys("他说你们的价格太高了", Keys.ENTER);
    browser.waitFor(".bubble.card .card-head", "异议应对");
    browser.waitFor(".aspect.asked", 1);
    browser.screenshot("4-wide-objection");
    browser.size(390, 844);
    browser.screenshot("5-phone-objection");

    browser.find("#language").click();
    browser.waitFor(".line.bot .text", "English from now on");
    browser.size(1280, 800);
    browser.screenshot("6-wide-english");
    browser.dark(true);
    browser.screenshot("7-wide-dark");
    browser.dark(false);
    assertThat(browser.complaints()).isEmpty();
  }
}
