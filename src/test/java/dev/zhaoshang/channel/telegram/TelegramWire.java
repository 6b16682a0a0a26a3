package dev.zhaoshang.channel.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zhaoshang.channel.Wire;
import dev.zhaoshang.domain.Update;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Telegram's way in: JSON as the Bot API brings it. */
public final class TelegramWire implements Wire {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Update receive(String rep, int n, @Nullable String text, @Nullable String button) {
    ObjectNode update = JSON.createObjectNode().put("update_id", n);
    ObjectNode message;
    if (button == null) {
      message = update.putObject("message");
      from(message);
      message.put("text", Objects.requireNonNull(text));
    } else {
      ObjectNode query = update.putObject("callback_query").put("id", "t" + n);
      query.put("chat_instance", "1").put("data", button);
      from(query);
      message = query.putObject("message").put("text", "?");
    }
    message.put("message_id", n).put("date", 1);
    message.putObject("chat").put("id", 1001).put("type", "private");
    return new Decoder("4711", Optional::empty).decode(Received.of(update)).orElseThrow().of(rep);
  }

  private static void from(ObjectNode parent) {
    parent.putObject("from").put("id", 1001).put("is_bot", false).put("first_name", "Li");
  }
}
