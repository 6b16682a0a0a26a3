package dev.zhaoshang.channel.web;

import dev.zhaoshang.access.Guarded;
import dev.zhaoshang.document.ChartPainter;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.outbox.Mailbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives the pictures of replies, drawn when they are asked for. */
@RestController
class PictureController {

  private static final String PATH = "/api/picture";

  private final Mailbox mailbox;
  private final ChartPainter painter = new ChartPainter();

  PictureController(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** Where the picture of a rep's reply is. */
  static String path(String rep, String reply) {
    return PATH + "?rep=" + encoded(rep) + "&reply=" + encoded(reply);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The picture as PNG; not found when the rep has no such reply, or it has no picture. */
  @Guarded(Guarded.By.SELF)
  @GetMapping(PATH)
  ResponseEntity<byte[]> picture(@RequestParam String rep, @RequestParam String reply) {
    return mailbox
        .find(rep, reply)
        .map(OutboxEntry::reply)
        .map(Reply::chart)
        .map(chart -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(painter.png(chart)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
