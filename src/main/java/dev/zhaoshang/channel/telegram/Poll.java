package dev.zhaoshang.channel.telegram;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.ApiResponse;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * getUpdates, decoded update by update: telegrambots' own decodes the answer as a whole, so that
 * one update that it cannot decode blocks all others for ever.
 */
final class Poll extends BotApiMethod<Poll.Batch> {

  /** The kinds of updates that are wanted. */
  static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "my_chat_member");

  private static final int BATCH = 100;

  private final long offset;
  private final long timeout;

  /**
   * Asks for what is not confirmed yet.
   *
   * @param offset confirms every update with a lower id; 0 confirms none
   * @param timeout how long the server may wait for an update
   */
  Poll(long offset, Duration timeout) {
    this.offset = offset;
    this.timeout = timeout.toSeconds();
  }

  /** The updates of one answer, in order. */
  record Batch(List<Received> updates) implements Serializable {}

  @JsonProperty("offset")
  long offset() {
    return offset;
  }

  @JsonProperty("timeout")
  long timeout() {
    return timeout;
  }

  @JsonProperty("limit")
  int limit() {
    return BATCH;
  }

  @JsonProperty("allowed_updates")
  List<String> allowedUpdates() {
    return KINDS;
  }

  @Override
  public String getMethod() {
    return "getupdates";
  }

  @Override
  public Batch deserializeResponse(String answer) throws TelegramApiRequestException {
    try {
      JsonNode json = OBJECT_MAPPER.readTree(answer);
      if (!json.path("ok").asBoolean()) {
        throw new TelegramApiRequestException(
            "getUpdates", OBJECT_MAPPER.treeToValue(json, ApiResponse.class));
      }
      List<Received> updates = new ArrayList<>();
      json.path("result").forEach(update -> updates.add(Received.of(update)));
      return new Batch(updates);
    } catch (JsonProcessingException | RuntimeException e) {
      throw new TelegramApiRequestException("the answer cannot be read", e);
    }
  }
}
