package dev.zhaoshang.channel.wecom;

import dev.zhaoshang.access.Guarded;
import dev.zhaoshang.channel.wecom.Envelope.Seal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where WeCom calls; nobody is at home unless the application of a company is set. */
@RestController
class CallbackController {

  /** WeCom's messages are a few kilobytes. */
  private static final int LIMIT = 256 * 1024;

  private final ObjectProvider<WeComChannel> channel;

  CallbackController(ObjectProvider<WeComChannel> channel) {
    this.channel = channel;
  }

  /** WeCom asks whether we hold the keys. */
  @Guarded(Guarded.By.SEAL)
  @GetMapping(WeComConfig.CALLBACK_PATH)
  ResponseEntity<String> verify(
      @RequestParam(name = "msg_signature", defaultValue = "") String signature,
      @RequestParam(defaultValue = "") String timestamp,
      @RequestParam(defaultValue = "") String nonce,
      @RequestParam(defaultValue = "") String echostr) {
    Optional<Callbacks> callbacks = callbacks();
    if (callbacks.isEmpty()) {
      return status(HttpStatus.NOT_FOUND);
    }
    return callbacks
        .get()
        .verify(new Seal(signature, timestamp, nonce), echostr)
        .map(echo -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(echo))
        .orElseGet(() -> status(HttpStatus.FORBIDDEN));
  }

  @Guarded(Guarded.By.SEAL)
  @PostMapping(WeComConfig.CALLBACK_PATH)
  CompletableFuture<ResponseEntity<String>> message(
      @RequestParam(name = "msg_signature", defaultValue = "") String signature,
      @RequestParam(defaultValue = "") String timestamp,
      @RequestParam(defaultValue = "") String nonce,
      InputStream body)
      throws IOException {
    Optional<Callbacks> callbacks = callbacks();
    if (callbacks.isEmpty()) {
      return CompletableFuture.completedFuture(status(HttpStatus.NOT_FOUND));
    }
    byte[] bytes = body.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      return CompletableFuture.completedFuture(status(HttpStatus.CONTENT_TOO_LARGE));
    }
    String xml = new String(bytes, StandardCharsets.UTF_8);
    return callbacks
        .get()
        .take(new Seal(signature, timestamp, nonce), xml)
        .thenApply(
            answer ->
                switch (answer) {
                  case TAKEN -> ResponseEntity.ok("");
                  case FORBIDDEN -> status(HttpStatus.FORBIDDEN);
                  case LATER -> status(HttpStatus.SERVICE_UNAVAILABLE);
                });
  }

  private Optional<Callbacks> callbacks() {
    return channel.stream().findFirst().map(WeComChannel::callbacks);
  }

  private static ResponseEntity<String> status(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }
}
