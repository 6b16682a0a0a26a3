package dev.zhaoshang.channel.web;

import dev.zhaoshang.access.Guarded;
import dev.zhaoshang.conversation.Enclosures;
import dev.zhaoshang.conversation.Enclosures.Made;
import dev.zhaoshang.document.ChartPainter;
import dev.zhaoshang.document.PaperPrinter;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Paper;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.outbox.Mailbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives the pictures and files of replies, made when they are asked for. */
@RestController
class PictureController {

  private static final String PATH = "/api/picture";
  private static final String FILE_PATH = "/api/paper";

  private final Mailbox mailbox;
  private final Enclosures enclosures;
  private final ChartPainter painter = new ChartPainter();
  private final PaperPrinter printer = new PaperPrinter();

  PictureController(Mailbox mailbox, Enclosures enclosures) {
    this.enclosures = enclosures;
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
        .flatMap(this::png)
        .map(png -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private Optional<byte[]> png(Reply reply) {
    return reply.chart() == null
        ? Optional.ofNullable(reply.enclosure())
            .flatMap(enclosures::make)
            .filter(Made::isPicture)
            .map(Made::bytes)
        : Optional.of(painter.png(reply.chart()));
  }

  /** The file that goes with a reply; not found when there is none, or none any more. */
  @Guarded(Guarded.By.SELF)
  @GetMapping(FILE_PATH)
  ResponseEntity<byte[]> file(@RequestParam String rep, @RequestParam String reply) {
    return mailbox
        .find(rep, reply)
        .map(OutboxEntry::reply)
        .flatMap(this::made)
        .map(PictureController::attached)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private Optional<Made> made(Reply reply) {
    Paper paper = reply.paper();
    return paper == null
        ? Optional.ofNullable(reply.enclosure()).flatMap(enclosures::make)
        : Optional.of(
            new Made(
                PaperPrinter.fileName(paper),
                MediaType.APPLICATION_PDF_VALUE,
                printer.pdf(paper),
                ""));
  }

  private static ResponseEntity<byte[]> attached(Made made) {
    String disposition =
        ContentDisposition.attachment()
            .filename(made.name(), StandardCharsets.UTF_8)
            .build()
            .toString();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(made.type()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .body(made.bytes());
  }
}
