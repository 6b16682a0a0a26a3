package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.access.Guarded;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where Telegram brings updates; nobody is at home unless there is a bot with a webhook. */
@RestController
class WebhookController {

  /** Telegram's updates are a few kilobytes. */
  private static final int LIMIT = 1024 * 1024;

  private final ObjectProvider<TelegramChannel> channel;

  WebhookController(ObjectProvider<TelegramChannel> channel) {
    this.channel = channel;
  }

  @Guarded(Guarded.By.SEAL)
  @PostMapping(TelegramConfig.WEBHOOK_PATH)
  ResponseEntity<Void> update(
      @RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", required = false)
          @Nullable String secret,
      InputStream body)
      throws IOException {
    Webhook webhook = channel.stream().flatMap(c -> c.webhook().stream()).findFirst().orElse(null);
    if (webhook == null) {
      return status(HttpStatus.NOT_FOUND);
    }
    byte[] bytes = body.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      return status(HttpStatus.CONTENT_TOO_LARGE);
    }
    return status(
        switch (webhook.take(secret, bytes)) {
          case TAKEN -> HttpStatus.OK;
          case FORBIDDEN -> HttpStatus.UNAUTHORIZED;
          case MALFORMED -> HttpStatus.BAD_REQUEST;
          case LATER -> HttpStatus.SERVICE_UNAVAILABLE;
        });
  }

  private static ResponseEntity<Void> status(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }
}
