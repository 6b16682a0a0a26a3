package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhaoshang.ZhaoshangApplication;
import dev.zhaoshang.store.mongo.MongoStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application with a bot, as those see it who operate it. */
class OperationTest {

  private static final Pattern METRIC =
      Pattern.compile("\\b(zhaoshang|jvm|process|http)_[a-z_]+(?=\\{)");

  @TempDir private Path data;

  private final TelegramStandIn telegram = new TelegramStandIn();
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile Duration ahead = Duration.ZERO;
  private ConfigurableApplicationContext application;

  @BeforeEach
  void start() {
    application =
        new SpringApplicationBuilder(ZhaoshangApplication.class)
            .initializers(context -> context.getBeanFactory().addBeanPostProcessor(clock()))
            .run(
                "--server.port=0",
                "--zhaoshang.data-dir=" + data,
                "--zhaoshang.mongodb-uri=",
                "--zhaoshang.http.token=t0ken",
                "--zhaoshang.telegram.token=" + TelegramStandIn.TOKEN,
                "--zhaoshang.telegram.api-url=" + telegram.config().apiUrl(),
                "--zhaoshang.people[0].id=lilei",
                "--zhaoshang.people[0].name=Li Lei",
                "--zhaoshang.people[0].role=rep",
                "--zhaoshang.people[0].accounts[0]=telegram:1001");
  }

  /** A clock that goes ahead when it is told to. */
  private BeanPostProcessor clock() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        InstantSource late = () -> InstantSource.system().instant().plus(ahead);
        return name.equals("clock") ? late : bean;
      }
    };
  }

  @AfterEach
  void stop() {
    application.close();
    telegram.close();
  }

  @Test
  void every_figure_of_the_dashboard_is_there_and_counts_what_happened() throws IOException {
    telegram.push(Updates.text(1, "王建国 13812340000"));
    telegram.push(Updates.text(2, "@@@ ### 嗯嗯"));
    await().until(() -> telegram.texts("1001").size() >= 2);
    await().until(() -> get("/actuator/prometheus", "t0ken").body().contains("result=\"sent\""));

    String figures = get("/actuator/prometheus", "t0ken").body();
    Set<String> there =
        figures
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("[{ ]", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(there).containsAll(asked(Path.of("docs/grafana.json")));
    assertThat(figures)
        .contains("zhaoshang_turns_total{kind=\"text\",state=\"intake\"} 2.0")
        .contains("zhaoshang_turn_stage_seconds_count{stage=\"commit\"} 2")
        .contains("zhaoshang_turn_stage_seconds_count{stage=\"understand\"}")
        .contains("zhaoshang_inbox_lag_seconds_count 2")
        .contains("zhaoshang_sessions_open 1.0")
        .contains("zhaoshang_texts_total{sure=\"yes\"} 1.0")
        .contains("zhaoshang_texts_total{sure=\"no\"} 1.0");
  }

  private static Set<String> asked(Path dashboard) throws IOException {
    JsonNode json = JsonMapper.builder().build().readTree(Files.readString(dashboard));
    Set<String> metrics = new TreeSet<>();
    for (JsonNode panel : json.path("panels")) {
      assertThat(panel.path("targets").isEmpty()).as(panel.path("title").asString()).isFalse();
      for (JsonNode target : panel.path("targets")) {
        String expression = target.path("expr").asString();
        assertThat(METRIC.matcher(expression).results().map(MatchResult::group))
            .as(expression)
            .isNotEmpty()
            .allSatisfy(metrics::add);
      }
    }
    return metrics;
  }

  @Test
  void figures_need_the_token_and_health_needs_none() {
    await().until(() -> get("/actuator/health", null).statusCode() == 200);
    assertThat(get("/actuator/health", null).body())
        .contains("\"status\":\"UP\"")
        .doesNotContain("store", "telegram", "lastHeard");
    assertThat(get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health/telegram", null).statusCode()).isEqualTo(404);
    assertThat(get("/actuator/prometheus", "t0ken").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/prometheus", null).statusCode()).isEqualTo(401);
    assertThat(get("/actuator/%70rometheus", null).statusCode()).isEqualTo(401);
    assertThat(get("/actuator//prometheus", null).statusCode()).isNotEqualTo(200);
    assertThat(get("/actuator/prometheus", "token").statusCode()).isEqualTo(401);
    assertThat(get("/actuator", "t0ken").body()).doesNotContain("env", "beans", "heapdump");
  }

  @Test
  void health_turns_red_when_polling_has_died() {
    await().until(() -> get("/actuator/health", null).statusCode() == 200);
    telegram.close();

    // Closing answered the poll that was open, perhaps a moment after the clock was put ahead.
    await()
        .until(
            () -> {
              ahead = ahead.plusMinutes(3);
              return get("/actuator/health", null).statusCode() == 503;
            });
    assertThat(red("telegram")).isTrue();
    assertThat(red("outbox")).isFalse();
    assertThat(red("store")).isFalse();
  }

  @Test
  void health_turns_red_when_what_is_due_is_not_delivered() {
    telegram.fault(
        "sendMessage", new TelegramStandIn.Fault.Refusal(429, "Too Many Requests", 3_600));
    telegram.push(Updates.text(1, "王建国 13812340000"));
    await().until(() -> telegram.texts("1001").size() == 1);
    assertThat(red("outbox")).isFalse();
    ahead = Duration.ofMinutes(20);

    assertThat(red("outbox")).isTrue();
    assertThat(get("/actuator/health", null).statusCode()).isEqualTo(503);
    assertThat(get("/actuator/prometheus", "t0ken").body())
        .containsPattern("zhaoshang_outbox_age_seconds 12\\d\\d\\.");
  }

  @Test
  void health_turns_red_when_the_database_is_gone() {
    assertThat(red("store")).isFalse();
    application.getBean(MongoStore.class).close();

    assertThat(red("store")).isTrue();
    assertThat(get("/actuator/health", null).statusCode()).isEqualTo(503);
  }

  private boolean red(String what) {
    HealthIndicator indicator =
        application.getBean(what + "HealthIndicator", HealthIndicator.class);
    Health health = indicator.health();
    return health != null && Status.DOWN.equals(health.getStatus());
  }

  private HttpResponse<String> get(String path, @Nullable String token) {
    String port = application.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
