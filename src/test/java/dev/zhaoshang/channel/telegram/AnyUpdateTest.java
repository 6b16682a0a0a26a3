package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zhaoshang.AnyText;
import dev.zhaoshang.access.FrontDesk;
import dev.zhaoshang.channel.RecordingDoor;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.outbox.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;

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
  private final HandClock clock = new HandClock();
  private final BotApi api = new BotApi(telegram.config(), Duration.ofSeconds(20));

  private Receiver receiver(RecordingDoor door) {
    return new Receiver(
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
  }

  @AfterProperty
  void close() {
    api.close();
    telegram.close();
  }

  /**
   * A value anywhere in an update that is replaced, removed or added.
   *
   * @param container in which of its objects and lists
   * @param member which of that
   */
  private record Change(int container, int member, boolean less, JsonNode value) {

    void apply(JsonNode root) {
      List<JsonNode> containers = new ArrayList<>();
      collect(root, containers);
      JsonNode at = containers.get(container % containers.size());
      if (at instanceof ArrayNode array) {
        if (array.isEmpty() || less) {
          array.add(value);
        } else {
          array.set(member % array.size(), value);
        }
      } else if (at instanceof ObjectNode object && !object.isEmpty()) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(member % names.size());
        if (less) {
          object.remove(name);
        } else {
          object.set(name, value);
        }
      }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
      if (node.isContainerNode()) {
        containers.add(node);
        node.forEach(child -> collect(child, containers));
      }
    }
  }

  @Provide
  Arbitrary<String> updates() {
    Arbitrary<Change> changes =
        Combinators.combine(
                Arbitraries.integers().between(0, 40),
                Arbitraries.integers().between(0, 40),
                Arbitraries.of(true, false, false),
                values())
            .as(Change::new);
    return Combinators.combine(Arbitraries.of(SEEDLINGS), changes.list().ofMinSize(1).ofMaxSize(4))
        .as(AnyUpdateTest::changed);
  }

  private static String changed(String seedling, List<Change> changes) {
    try {
      JsonNode update = JSON.readTree(seedling);
      changes.forEach(change -> change.apply(update));
      return update.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Arbitrary<JsonNode> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            NODES.nullNode(),
            NODES.arrayNode().add(NODES.objectNode()),
            NODES.objectNode(),
            NODES.booleanNode(true),
            NODES.booleanNode(false)),
        Arbitraries.longs().map(NODES::numberNode),
        Arbitraries.integers().between(-1, 1).map(NODES::numberNode),
        Arbitraries.doubles().map(NODES::numberNode),
        AnyText.of(6).map(NODES::textNode));
  }

  @Provide
  Arbitrary<String> texts() {
    return AnyText.of(60);
  }

  @Provide
  Arbitrary<String> longTexts() {
    return AnyText.of(12_000).filter(text -> !text.isEmpty());
  }

  @Property(tries = 600, seed = "20261124")
  void any_update_is_taken_and_what_a_known_rep_wrote_is_kept(@ForAll("updates") String json)
      throws JsonProcessingException {
    JsonNode update = JSON.readTree(json);
    RecordingDoor door = new RecordingDoor();

    assertThat(receiver(door).take(Received.of(update), pause -> false)).isTrue();

    assertThat(door.kept())
        .allSatisfy(
            kept -> {
              assertThat(kept.id()).startsWith("telegram:4711:");
              assertThat(kept.rep()).isEqualTo("li");
            });
    if (update.path("message").path("text").isTextual() && isFromLi(update.path("message"))) {
      assertThat(door.kept()).hasSize(1);
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

  @Property(tries = 400, seed = "20261124")
  void parts_of_any_text_joined_are_the_text_and_none_is_too_long_or_empty(
      @ForAll("texts") String text, @ForAll @IntRange(min = 2, max = 41) int limit) {
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

  @Property(tries = 3, seed = "20261124")
  void a_text_of_many_messages_is_split_at_the_limit_of_the_platform(
      @ForAll("longTexts") String text) {
    List<String> parts = MessageText.split(text);

    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts).allSatisfy(part -> assertThat(part.length()).isBetween(1, 4096));
  }
}
