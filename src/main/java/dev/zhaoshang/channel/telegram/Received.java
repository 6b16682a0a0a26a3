package dev.zhaoshang.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * One update as it came.
 *
 * @param id Telegram's, by which it is confirmed
 * @param json as received
 * @param update decoded; null when the library cannot
 */
record Received(long id, JsonNode json, @Nullable Update update) implements Serializable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Decodes one element of the answer; what cannot be decoded does not spoil the others. */
  static Received of(JsonNode json) {
    long id = json.path("update_id").asLong();
    try {
      return new Received(id, json, MAPPER.treeToValue(json, Update.class));
    } catch (JsonProcessingException | RuntimeException e) {
      return new Received(id, json, null);
    }
  }
}
