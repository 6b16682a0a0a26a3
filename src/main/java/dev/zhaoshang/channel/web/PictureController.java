package dev.zhaoshang.channel.web;

import dev.zhaoshang.access.Guarded;
import dev.zhaoshang.document.ChartPainter;
import dev.zhaoshang.document.PaperPrinter;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Paper;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.outbox.Mailbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives the pictures and the files of replies, made when they are asked for. */
@RestController
class PictureController {

  private static final String PATH = "/api/picture";
  private static final String FILE_PATH = "/api/paper";

  private final Mailbox mailbox;
  private final ChartPainter painter = new ChartPainter();
  private final PaperPrinter printer = new PaperPrinter();

  PictureController(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** Where the picture of a rep's reply is. */
  static String path(String rep, String reply) {
    return PATH + query(rep, reply);
  }

  /** Where the file of a rep's reply is. */
  static String filePath(String rep, String reply) {
    return FILE_PATH + query(rep, reply);
  }

  private static String query(String rep, String reply) {
    return "?rep=" + encoded(rep) + "&reply=" + encoded(reply);
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

  /** The file as PDF; not found when the rep has no such reply, or it has no file. */
  @Guarded(Guarded.By.SELF)
  @GetMapping(FILE_PATH)
  ResponseEntity<byte[]> paper(@RequestParam String rep, @RequestParam String reply) {
    return mailbox
        .find(rep, reply)
        .map(OutboxEntry::reply)
        .map(Reply::paper)
        .map(this::file)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private ResponseEntity<byte[]> file(Paper paper) {
    String disposition =
        ContentDisposition.attachment()
            .filename(PaperPrinter.fileName(paper), StandardCharsets.UTF_8)
            .build()
            .toString();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .body(printer.pdf(paper));
  }
}
