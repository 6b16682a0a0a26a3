package dev.zhaoshang.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What was recorded, over HTTP. */
class RecordsApiTest {

  private static WebServer server;

  @BeforeAll
  static void start() {
    server = WebServer.openDemo();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_distributor_has_its_fields_by_id_with_value_words_and_state() {
    JsonNode all = server.get("/api/distributors?rep=demo").json();

    assertThat(all.size()).isEqualTo(1);
    assertThat(all.at("/0/id").asString()).isEqualTo("d1");
    assertThat(all.at("/0/createdAt").asString()).isEqualTo("2026-11-24T02:00:00Z");
    assertThat(all.at("/0/fields/wantedRegions").toString())
        .isEqualTo(
            "{\"value\":[\"苏州\",\"无锡\"],\"words\":\"苏州无锡\",\"state\":\"known\",\"codes\":[\"320500\","
                + "\"320200\"],\"turn\":\"web:demo:1\",\"at\":\"2026-11-24T02:00:00Z\","
                + "\"confidence\":0.9}");
    assertThat(all.at("/0/fields/clinicalReps/value").intValue()).isEqualTo(20);
    assertThat(all.at("/0/fields/fax/value").isNull()).isTrue();
    assertThat(all.at("/0/fields/fax/state").asString()).isEqualTo("unknown");
    assertThat(all.at("/0/fields/fax").has("codes")).isFalse();
  }

  @Test
  void the_record_beside_the_chat_is_labelled_in_the_language_asked_for() {
    assertThat(server.get("/api/record?rep=demo").status()).as("nobody yet").isEqualTo(204);
    server.post("{\"rep\":\"demo\",\"text\":\"王建国\"}");

    JsonNode zh = server.get("/api/record?rep=demo").json();
    assertThat(zh.at("/aspects/0/lines/0/state").asString()).isEqualTo("known");
    assertThat(zh.at("/aspects/0/lines/1/state").isNull()).isTrue();
    assertThat(zh.at("/aspects/0/lines/1/label").asString()).isEqualTo("手机");
    JsonNode en = server.get("/api/record?rep=demo&lang=en").json();
    assertThat(en.at("/aspects/0/lines/1/label").asString()).isEqualTo("Mobile");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/distributors, 400",
    "/api/distributors?rep=nobody, 404",
    "/api/record?rep=nobody, 404",
    "/api/record?rep=demo&lang=fr, 400",
    "/api/replies?rep=nobody, 404",
    "/api/chat, 405",
    "/api/nothing, 404",
    "/nothing.js, 404"
  })
  void a_call_that_cannot_be_served_says_why(String path, int status) {
    WebServer.Answer answer = server.get(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.error()).isNotEmpty();
  }
}
