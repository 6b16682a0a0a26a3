package dev.zhaoshang.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rep signs in at the page with a code, and nobody else acts in that rep's name. */
class SignInTest {

  private static final String TOKEN = "s3cret-token";

  private WebServer server;

  @BeforeEach
  void serve() {
    server = new WebServer(new WebSettings(false, TOKEN, Duration.ofSeconds(20)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_code_opens_the_page_once_for_whom_it_names() {
    server.people.invite("demo");

    WebServer.Answer answer = signIn(WebPeople.CODE);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("rep").asString()).isEqualTo("demo");
    assertThat(say(cookie(answer), null).status()).isEqualTo(200);
    assertThat(signIn(WebPeople.CODE).status()).isEqualTo(401);
  }

  @Test
  void scripts_and_other_sites_do_not_get_at_the_cookie() {
    server.people.invite("demo");

    assertThat(signIn(WebPeople.CODE).response().headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict", "Path=/api");
  }

  @Test
  void another_site_cannot_speak_for_who_is_signed_in() {
    String cookie = signedIn();

    assertThat(say(cookie, "https://evil.example").status()).isEqualTo(403);
    assertThat(say(cookie, server.address()).status()).isEqualTo(200);
    assertThat(server.conversation.updates).hasSize(1);
  }

  @Test
  void another_site_signs_nobody_in_or_out() {
    HttpRequest.Builder out =
        HttpRequest.newBuilder(URI.create(server.address() + "/api/session"))
            .header("Origin", "https://evil.example")
            .DELETE();
    assertThat(server.send(out).status()).isEqualTo(403);
  }

  @Test
  void a_session_ends_after_eight_hours_without_use_and_after_seven_days_with() {
    String cookie = signedIn();
    server.people.passes(PageSession.IDLE.minusSeconds(1));
    WebServer.Answer used = say(cookie, null);
    assertThat(used.status()).isEqualTo(200);
    server.people.passes(PageSession.IDLE.minusSeconds(1));
    assertThat(say(cookie, null).status()).isEqualTo(401);
    String prolonged = cookie(say(cookie(used), null));
    Instant begun = server.people.instant();
    while (prolonged.contains("=")) {
      server.people.passes(Duration.ofHours(7));
      prolonged = say(prolonged, null).response().headers().firstValue("Set-Cookie").orElse("over");
    }
    assertThat(Duration.between(begun, server.people.instant()))
        .isBetween(Duration.ofDays(6), PageSession.LONGEST);
  }

  @Test
  void who_leaves_is_out_at_once() {
    String cookie = signedIn();
    server.people.leaves("demo");

    assertThat(say(cookie, null).status()).isEqualTo(401);
  }

  @Test
  void a_forged_or_altered_cookie_opens_nothing() {
    String cookie = signedIn();
    String value = cookie.substring(cookie.indexOf('=') + 1);
    PageSession mine = new PageSession("demo", server.people.instant(), server.people.instant());
    String forged = mine.sealed("another-token");

    for (String one :
        new String[] {forged, value + "A", value.replaceFirst("\\.\\d", ".9"), "..."}) {
      assertThat(say(PageSession.COOKIE + "=" + one, null).status()).as(one).isEqualTo(401);
    }
  }

  @Test
  void guessing_is_slowed_down_and_told_when_to_come_again() {
    int status = 0;
    for (int i = 0; i < 11; i++) {
      status = signIn("AAAABBBBCCCCDDDD").status();
    }
    assertThat(status).isEqualTo(429);
    WebServer.Answer refused = server.get("/api/record?rep=demo", "wrong");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
    server.people.passes(Duration.ofSeconds(7));
    assertThat(server.get("/api/record?rep=demo", TOKEN).status()).isEqualTo(204);
  }

  @Test
  void somebody_who_calls_without_end_is_slowed_down_and_nobody_else() {
    String cookie = signedIn();
    int calls = 0;
    while (say(cookie, null).status() == 200 && calls < 1000) {
      calls++;
    }
    assertThat(calls).isEqualTo(60);
    assertThat(server.get("/api/record?rep=other", TOKEN).status()).isEqualTo(200);
    server.people.passes(Duration.ofSeconds(1));
    assertThat(say(cookie, null).status()).isEqualTo(200);
  }

  @Test
  void an_oversized_body_is_refused_and_unknown_fields_are_passed_over() {
    String large = "{\"code\":\"" + "A".repeat(ChatRequestReader.LIMIT) + "\"}";
    assertThat(post("/api/session", large, null, null).status()).isEqualTo(413);
    String more = "{\"rep\":\"demo\",\"text\":\"x\",\"sinceVersionNine\":{\"a\":[1]}}";
    assertThat(post("/api/chat", more, signedIn(), null).status()).isEqualTo(200);
  }

  private String signedIn() {
    server.people.invite("demo");
    return cookie(signIn(WebPeople.CODE));
  }

  private WebServer.Answer signIn(String code) {
    return post("/api/session", "{\"code\":\"" + code + "\"}", null, null);
  }

  private WebServer.Answer say(String cookie, @Nullable String origin) {
    return post("/api/chat", "{\"rep\":\"demo\",\"text\":\"x\"}", cookie, origin);
  }

  private WebServer.Answer post(
      String path, String body, @Nullable String cookie, @Nullable String origin) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (cookie != null) {
      request.header("Cookie", cookie.split(";", 2)[0]);
    }
    if (origin != null) {
      request.header("Origin", origin);
    }
    return server.send(request);
  }

  private static String cookie(WebServer.Answer answer) {
    return answer.response().headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }
}
