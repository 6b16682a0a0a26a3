package dev.zhaoshang.docs;

import dev.zhaoshang.ZhaoshangApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on the embedded store and a free port, as a reader of README starts it. */
final class RunningApplication implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();

  /** Starts it with its data in that folder. */
  RunningApplication(Path data) {
    context =
        new SpringApplicationBuilder(ZhaoshangApplication.class)
            .run(
                "--server.port=0",
                "--zhaoshang.data-dir=" + data,
                "--zhaoshang.mongodb-uri=",
                "--zhaoshang.telegram.token=",
                "--zhaoshang.http.token=");
  }

  /** The answer to a call, which must succeed; the address may be that of README. */
  JsonNode call(Curl curl) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    String address = curl.address().replace("127.0.0.1:8080", "127.0.0.1:" + port);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    curl.headers().forEach(request::header);
    String body = curl.body();
    request.method(
        body == null ? "GET" : "POST",
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    HttpResponse<String> response = send(request.build());
    if (response.statusCode() != 200) {
      throw new AssertionError(curl + " gives " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request + " fails", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
