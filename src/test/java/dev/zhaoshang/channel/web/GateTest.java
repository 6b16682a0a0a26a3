package dev.zhaoshang.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Who is let in. */
class GateTest {

  private static final byte[] HELLO =
      "{\"rep\":\"demo\",\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8);

  private @Nullable WebServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private WebServer serve(boolean open, @Nullable String token) {
    server = new WebServer(new WebSettings(open, token, Duration.ofSeconds(20)));
    return server;
  }

  @Test
  void the_token_of_the_settings_opens_the_api() {
    WebServer closed = serve(false, "s3cret-token");

    assertThat(closed.post(HELLO, "application/json", "s3cret-token").status()).isEqualTo(200);
    assertThat(closed.get("/api/distributors?rep=demo", "s3cret-token").status()).isEqualTo(200);
  }

  @Test
  void no_token_or_a_wrong_one_is_refused_and_told_what_to_send() {
    WebServer closed = serve(false, "s3cret-token");

    WebServer.Answer none = closed.post(new String(HELLO, StandardCharsets.UTF_8));
    assertThat(none.status()).isEqualTo(401);
    assertThat(none.error()).contains("Authorization: Bearer");
    assertThat(none.response().headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(closed.post(HELLO, "application/json", "s3cret-toke").status()).isEqualTo(401);
    assertThat(closed.get("/api/replies?rep=demo", "wrong").status()).isEqualTo(401);
    assertThat(closed.conversation.updates).isEmpty();
  }

  @Test
  void without_a_token_in_the_settings_nobody_is_served() {
    WebServer closed = serve(false, null);

    assertThat(closed.get("/api/record?rep=demo").status()).isEqualTo(401);
    assertThat(closed.get("/api/record?rep=demo", "").error()).contains("No token is set");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost,      127.0.0.1, ,                        ,             204",
    "127.0.0.1,      127.0.0.1, http://127.0.0.1:8080,   same-origin,  204",
    "[::1],          ::1,       ,                        none,         204",
    "evil.example,   127.0.0.1, ,                        ,             403",
    "127.0.0.1,      127.0.0.1, https://evil.example,    ,             403",
    "127.0.0.1,      127.0.0.1, null,                    ,             403",
    "127.0.0.1,      127.0.0.1, http://127.0.0.1:9999,   ,             403",
    "127.0.0.1,      127.0.0.1, ,                        cross-site,   403",
    "127.0.0.1,      10.0.0.7,  ,                        ,             403"
  })
  void the_open_demo_answers_this_machine_and_its_own_page_only(
      String host, String caller, @Nullable String origin, @Nullable String site, int status)
      throws Exception {
    MockMvc mvc = MockMvcBuilders.webAppContextSetup(serve(true, null).context()).build();
    MockHttpServletRequestBuilder request =
        get("/api/record?rep=demo")
            .header("Host", host + ":8080")
            .with(
                r -> {
                  r.setServerName(host);
                  r.setRemoteAddr(caller);
                  return r;
                });
    if (origin != null) {
      request.header("Origin", origin);
    }
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }

    assertThat(mvc.perform(request).andReturn().getResponse().getStatus()).isEqualTo(status);
  }

  @Test
  void browsers_are_told_to_run_nothing_but_the_pages_own_scripts() {
    WebServer.Answer page = serve(true, null).get("/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.response().headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.response().headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.response().headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.response().body()).doesNotContain("<style", "style=", "onclick");
  }

  @Test
  void a_token_does_not_print() {
    WebSettings settings = new WebSettings(false, "s3cret-token", Duration.ofSeconds(20));

    assertThat(settings.toString()).contains("****").doesNotContain("s3cret");
  }
}
