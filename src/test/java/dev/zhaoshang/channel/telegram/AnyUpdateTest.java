package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zhaoshang.AnyText;
import dev.zhaoshang.Samples;
import dev.zhaoshang.access.FrontDesk;
import dev.zhaoshang.channel.RecordingDoor;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;

/** Whatever Telegram sends, the decoder makes something or nothing of it, and nothing is cut. */
class AnyUpdateTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> SEEDLINGS =
      List.of(
          Updates.text(1, "王建国 13812345678"),
          Updates.edited(2, "\"text\":\"139\""),
          Updates.tap(3, "skip:abc:mobile:skipped"),
          Updates.member(4, "kicked"),
          Updates.poison(5),
          Updates.anonymousPoison(6),
          Updates.message(7, "\"location\":{\"latitude\":31.3,\"longitude\":120.6}"),
          Updates.message(8, "\"contact\":{\"phone_number\":\"138\",\"first_name\":\"王\"}"),
          Updates.message(
              9,
              "\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1}]"),
          Updates.message(
              10,
              "\"voice\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"duration\":1},\"caption\":\"x\""),
          Updates.message(
              11,
              "\"text\":\"y\",\"reply_to_message\":{\"message_id\":1,\"date\":1,\"chat\":"
                  + "{\"id\":1001,\"type\":\"private\"},\"text\":\"?\",\"reply_markup\":"
                  + "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"skip:d:f:s\"}]]}}"),
          Updates.message(
              12,
              "\"text\":\"z\",\"forward_origin\":{\"type\":\"hidden_user\",\"date\":1,"
                  + "\"sender_user_name\":\"x\"}"));

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), () -> 0);

  private final TelegramStandIn telegram = new TelegramStandIn();
  private final RecordingDoor door = new RecordingDoor();
  private final HandClock clock = new HandClock();
  private final BotApi api = new BotApi(telegram.config(), Duration.ofSeconds(20));
  private final Receiver receiver =
      new Receiver(
          new Decoder("4711", Optional::empty),
          new FrontDesk(clock).reception,
          door,
          new Courtesy(
              api,
              new Wording(
                  language -> "?",
                  language -> "?",
                  (role, language) -> Map.of(),
                  one -> Optional.empty()),
              clock,
              new Menu(api, (role, language) -> Map.of(), clock, BACKOFF)),
          Readers.NONE,
          BACKOFF);

  @AfterEach
  void close() {
    api.close();
    telegram.close();
  }

  @Samples(600)
  void any_update_is_taken_and_what_a_known_rep_wrote_is_kept(long seed)
      throws JsonProcessingException {
    Random random = new Random(seed);
    JsonNode update = JSON.readTree(SEEDLINGS.get(random.nextInt(SEEDLINGS.size())));
    for (int i = random.nextInt(4); i >= 0; i--) {
      change(update, random);
    }

    assertThat(receiver.take(Received.of(update), pause -> false)).as(update.toString()).isTrue();

    assertThat(door.kept())
        .as(update.toString())
        .allSatisfy(
            kept -> {
              assertThat(kept.id()).startsWith("telegram:4711:");
              assertThat(kept.rep()).isEqualTo("li");
            });
    if (update.path("message").path("text").isTextual() && isFromLi(update.path("message"))) {
      assertThat(door.kept()).as(update.toString()).hasSize(1);
    }
  }

  private static boolean isFromLi(JsonNode message) {
    JsonNode from = message.path("from");
    return from.path("id").asLong() == 1001
        && from.path("is_bot").isBoolean()
        && !from.path("is_bot").asBoolean()
        && message.path("chat").path("id").asLong() == 1001
        && message.path("chat").path("type").asText().equals("private")
        && message.path("pinned_message").isMissingNode();
  }

  /** Replaces, removes or adds a value anywhere in it. */
  private static void change(JsonNode root, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode at = containers.get(random.nextInt(containers.size()));
    if (at instanceof ArrayNode array) {
      if (array.isEmpty() || random.nextBoolean()) {
        array.add(value(random));
      } else {
        array.set(random.nextInt(array.size()), value(random));
      }
    } else if (at instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(3) == 0) {
        object.remove(name);
      } else {
        object.set(name, value(random));
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static JsonNode value(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.numberNode(random.nextLong());
      case 2 -> NODES.numberNode(random.nextInt(3) - 1);
      case 3 -> NODES.numberNode(random.nextGaussian() * 1e300);
      case 4 -> NODES.booleanNode(random.nextBoolean());
      case 5 -> NODES.arrayNode().add(NODES.objectNode());
      case 6 -> NODES.objectNode();
      default -> NODES.textNode(AnyText.of(random, 6));
    };
  }

  @Samples(400)
  void parts_of_any_text_joined_are_the_text_and_none_is_too_long_or_empty(long seed) {
    Random random = new Random(seed);
    String text = AnyText.of(random, 60);
    int limit = 2 + random.nextInt(40);

    List<String> parts = MessageText.split(text, limit);

    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts).allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(limit));
    if (!text.isEmpty()) {
      assertThat(parts).noneMatch(String::isEmpty);
    }
    for (int i = 1; i < parts.size(); i++) {
      String before = parts.get(i - 1);
      boolean half =
          Character.isSurrogatePair(before.charAt(before.length() - 1), parts.get(i).charAt(0));
      assertThat(half).as("a part ends within a character").isFalse();
    }
  }

  @Samples(3)
  void a_text_of_many_messages_is_split_at_the_limit_of_the_platform(long seed) {
    String text = AnyText.of(new Random(seed), 12_000);

    List<String> parts = MessageText.split(text);

    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeBetween(1, 4096));
  }
}
