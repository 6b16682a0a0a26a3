package dev.zhaoshang.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures of replies over HTTP. */
class PictureApiTest {

  @Test
  void a_reply_with_a_chart_names_where_its_picture_is() throws Exception {
    try (WebServer server = WebServer.openDemo()) {
      server.conversation.showsChart("本周三次");
      String path = server.get("/api/replies?rep=demo").json().at("/replies/0/image").asString();

      HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
      assertThat(width(answer.body())).isEqualTo(960);
    }
  }

  @Test
  void a_reply_with_a_paper_names_where_its_file_is() throws Exception {
    try (WebServer server = WebServer.openDemo()) {
      server.conversation.showsChart("本周三次");
      String path = server.get("/api/replies?rep=demo").json().at("/replies/0/file").asString();

      HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
      assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment");
      assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }
  }

  @Test
  void there_is_no_picture_of_what_is_not_the_reps_or_has_none() {
    try (WebServer server = WebServer.openDemo()) {
      server.conversation.reminds("打电话");
      assertThat(server.get("/api/picture?rep=demo&reply=reminder:call:demo:0%230").status())
          .isEqualTo(404);
      assertThat(server.get("/api/picture?rep=demo&reply=web:li:1%230").status()).isEqualTo(404);
      assertThat(server.get("/api/picture?rep=li&reply=web:li:1%230").status()).isEqualTo(404);
    }
  }

  @Test
  void pictures_need_the_token_too() {
    try (WebServer server =
        new WebServer(new WebSettings(false, "secret", Duration.ofSeconds(20)))) {
      assertThat(server.get("/api/picture?rep=demo&reply=x").status()).isEqualTo(401);
    }
  }

  private static int width(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png)).getWidth();
  }
}
