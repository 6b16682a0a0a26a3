package dev.zhaoshang.channel.web;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Audit;
import dev.zhaoshang.access.Directory;
import dev.zhaoshang.access.Reception;
import dev.zhaoshang.conversation.Enclosures;
import dev.zhaoshang.outbox.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The routes of all channels served on a free port, with a fake conversation behind it. */
class WebServer implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  final FakeConversation conversation = new FakeConversation();
  final WebPeople people = new WebPeople();
  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  WebServer(WebSettings settings) {
    context =
        new SpringApplicationBuilder(Wiring.class)
            .initializers(
                (GenericApplicationContext c) -> {
                  c.registerBean(WebSettings.class, () -> settings);
                  c.registerBean(WebPeople.class, () -> people);
                  c.registerBean(FakeConversation.class, () -> conversation);
                })
            .run("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off");
  }

  static WebServer openDemo() {
    return new WebServer(new WebSettings(true, null, Duration.ofSeconds(20)));
  }

  WebApplicationContext context() {
    return (WebApplicationContext) context;
  }

  String address() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  Answer post(String body) {
    return post(body.getBytes(StandardCharsets.UTF_8), "application/json", null);
  }

  Answer post(byte[] body, String type, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + "/api/chat"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return send(request, token);
  }

  Answer get(String path) {
    return get(path, null);
  }

  Answer get(String path, @Nullable String token) {
    return send(HttpRequest.newBuilder(URI.create(address() + path)), token);
  }

  private Answer send(HttpRequest.Builder request, @Nullable String token) {
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /** A response, and its body read as JSON. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    /** What the English half of an error says. */
    String error() {
      return json().at("/error/en").asString();
    }
  }

  @EnableAutoConfiguration
  @ComponentScan("dev.zhaoshang.channel")
  static class Wiring {

    @Bean
    Mailbox mailbox(FakeConversation conversation) {
      return new Mailbox(
          "web", conversation.deliveries, () -> FakeConversation.NOW, (task, delay) -> task.run());
    }

    @Bean
    Enclosures enclosures() {
      return enclosure ->
          Optional.of(new Enclosures.Made("x.xlsx", "application/x", new byte[] {1}, ""));
    }

    @Bean
    Directory directory(WebPeople people) {
      return people.directory();
    }

    @Bean
    Access access(Directory directory) {
      return new Access(directory);
    }

    @Bean
    Audit audit(WebPeople people) {
      return people.noting();
    }

    @Bean
    Reception reception(WebPeople people) {
      return people.reception();
    }

    @Bean
    Supplier<String> newId() {
      AtomicInteger next = new AtomicInteger();
      return () -> "new-" + next.incrementAndGet();
    }
  }
}
