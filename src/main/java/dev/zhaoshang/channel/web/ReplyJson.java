package dev.zhaoshang.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param at when it fell due; left out of the answer to a message, which is now
 */
record ReplyJson(
    String id,
    String text,
    @Nullable String asks,
    @Nullable String objection,
    List<ButtonJson> buttons,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant at) {

  /**
   * A button.
   *
   * @param label what it says
   * @param data what to send as {@code button} when it is tapped
   */
  record ButtonJson(String label, String data) {}

  static ReplyJson of(Reply reply) {
    return of(reply, null);
  }

  static ReplyJson of(OutboxEntry entry) {
    return of(entry.reply(), entry.notBefore());
  }

  private static ReplyJson of(Reply reply, @Nullable Instant at) {
    List<ButtonJson> buttons =
        reply.buttons().stream().map(b -> new ButtonJson(b.label(), b.data())).toList();
    return new ReplyJson(reply.id(), reply.text(), reply.asks(), reply.objection(), buttons, at);
  }
}
