package dev.zhaoshang.channel.web;

import dev.zhaoshang.access.Guarded;
import dev.zhaoshang.conversation.Records;
import dev.zhaoshang.outbox.Mailbox;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives what came later, and what was recorded. */
@RestController
class ReadController {

  private final Handover handover;
  private final Records records;

  ReadController(Handover handover, Records records) {
    this.handover = handover;
    this.records = records;
  }

  @Guarded(Guarded.By.SELF)
  @GetMapping("/api/replies")
  LaterReplies replies(@RequestParam String rep, @RequestParam(defaultValue = "") String after) {
    Mailbox.Page page = handover.later(rep, after.isEmpty() ? null : cursor(after));
    return new LaterReplies(
        page.entries().stream().map(ReplyJson::of).toList(), page.next().toString());
  }

  @Guarded(Guarded.By.OVERSIGHT)
  @GetMapping("/api/distributors")
  List<DistributorJson> distributors(@RequestParam String rep) {
    return records.of(rep).stream().map(DistributorJson::of).toList();
  }

  /** The record of the current distributor; no content when there is none. */
  @Guarded(Guarded.By.OVERSIGHT)
  @GetMapping("/api/record")
  ResponseEntity<RecordJson> record(
      @RequestParam String rep, @RequestParam(defaultValue = "zh") String lang) {
    return records
        .current(rep, Languages.of(lang))
        .map(view -> ResponseEntity.ok(RecordJson.of(view)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  private static Mailbox.Cursor cursor(String after) {
    try {
      return Mailbox.Cursor.parse(after);
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("after.malformed", Map.of());
    }
  }

  /**
   * What came later than a place.
   *
   * @param replies in order
   * @param next what to send as {@code after} the next time
   */
  record LaterReplies(List<ReplyJson> replies, String next) {}
}
