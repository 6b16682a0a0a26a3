package dev.zhaoshang.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.zhaoshang.domain.Enclosure;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Reply;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply as the API gives it.
 *
 * @param id what it is
 * @param text plain text with line breaks
 * @param asks aspect or field id that it asks for; null when it asks for none
 * @param objection id of the objection whose card it is; null when it is none
 * @param buttons in the order in which they are shown
 * @param image where its picture is fetched from, a path with a query; null when it has none
 * @param file where its file is fetched from, a path with a query; left out when it has none
 * @param at when it fell due; left out of the answer to a message, which is now
 */
record ReplyJson(
    String id,
    String text,
    @Nullable String asks,
    @Nullable String objection,
    List<ButtonJson> buttons,
    @Nullable String image,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String file,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant at) {

  /**
   * A button.
   *
   * @param label what it says
   * @param data what to send as {@code button} when it is tapped
   */
  record ButtonJson(String label, String data) {}

  /**
   * A reply of a turn that just ended.
   *
   * @param rep whose it is
   * @param entry id of its outbox entry
   */
  static ReplyJson of(Reply reply, String rep, String entry) {
    return of(reply, rep, entry, null);
  }

  static ReplyJson of(OutboxEntry entry) {
    return of(entry.reply(), entry.rep(), entry.id(), entry.notBefore());
  }

  private static ReplyJson of(Reply reply, String rep, String entry, @Nullable Instant at) {
    List<ButtonJson> buttons =
        reply.buttons().stream().map(b -> new ButtonJson(b.label(), b.data())).toList();
    Enclosure enclosure = reply.enclosure();
    boolean invite = enclosure != null && enclosure.kind() == Enclosure.Kind.INVITE;
    boolean filed = reply.paper() != null || (enclosure != null && !invite);
    boolean pictured = reply.chart() != null || invite;
    String image = pictured ? PictureController.path(rep, entry) : null;
    String file = filed ? PictureController.filePath(rep, entry) : null;
    return new ReplyJson(
        reply.id(), reply.text(), reply.asks(), reply.objection(), buttons, image, file, at);
  }
}
