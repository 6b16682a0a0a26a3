package dev.zhaoshang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Types what the READMEs show into the running application. Answers are compared by their ids and
 * values, never by wording, so that a question can be reworded without a look at the READMEs.
 */
class ReadmeConversationTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** One member or item a line, and no space before a colon. */
  private static final ObjectWriter PRETTY =
      JSON.writer()
          .with(
              new DefaultPrettyPrinter(
                      Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER))
                  .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE));

  @TempDir Path data;

  @ParameterizedTest
  @CsvSource({"README.md,en", "README.zh-CN.md,zh"})
  void what_the_readme_shows_is_what_the_application_answers(String readme, String lang) {
    try (RunningApplication application = new RunningApplication(data)) {
      talk(readme, lang, application);
      call(readme, application);
    }
  }

  /** The superior talks, so that the calls by the rep find nobody recorded yet. */
  private static void talk(String readme, String lang, RunningApplication application) {
    StringBuilder text = new StringBuilder("```text\n");
    List<String> ids = new ArrayList<>();
    Map<String, String> buttons = new HashMap<>();
    for (String line : Page.of(readme).between("transcript").lines().toList()) {
      if (line.startsWith("> ")) {
        JsonNode replies = application.call(said(line.substring(2), lang, buttons)).get("replies");
        text.append(text.length() > 9 ? "\n" : "").append(line).append('\n');
        replies.forEach(reply -> text.append(shown(reply)));
        ids.add(ids(replies));
        remember(replies, buttons);
      }
    }
    assertThat(ids).hasSizeGreaterThan(3);
    String comment = "<!-- " + String.join(" | ", ids) + " -->\n";
    if (Written.anew()) {
      Written.write(readme, "transcript", text + "```\n" + comment);
    }
    assertThat(Page.of(readme).between("transcript")).as(Written.HINT).endsWith(comment);
  }

  private static void call(String readme, RunningApplication application) {
    List<Curl> calls =
        Page.of(readme).blocks().stream()
            .filter(block -> block.language().equals("sh"))
            .flatMap(block -> block.commands().stream())
            .filter(command -> command.startsWith("curl "))
            .map(Curl::parse)
            .toList();
    assertThat(calls).hasSizeGreaterThan(2);
    for (int i = 0; i < calls.size(); i++) {
      JsonNode answer = application.call(calls.get(i));
      String name = "answer " + (i + 1);
      if (Page.of(readme).has(name)) {
        check(readme, name, answer);
      }
    }
  }

  private static void check(String readme, String name, JsonNode answer) {
    if (Written.anew()) {
      String shown = PRETTY.writeValueAsString(answer);
      Written.write(readme, name, "```json\n" + shown + "\n```\n");
    }
    String shown = Page.of(readme).between(name).replaceAll("(?m)^```.*$", "");
    assertThat(bones(JSON.readTree(shown))).as(Written.HINT).isEqualTo(bones(answer));
  }

  private static Curl said(String line, String lang, Map<String, String> buttons) {
    String button = buttons.get(line);
    Map<String, String> body = new TreeMap<>(Map.of("rep", "boss", "lang", lang));
    body.put(button == null ? "text" : "button", button == null ? line : button);
    return new Curl(
        "http://127.0.0.1:8080/api/chat",
        Map.of("Content-Type", "application/json"),
        JSON.writeValueAsString(body));
  }

  private static String shown(JsonNode reply) {
    StringBuilder shown = new StringBuilder(reply.get("text").stringValue().strip()).append('\n');
    List<String> labels =
        StreamSupport.stream(reply.get("buttons").spliterator(), false)
            .map(button -> "[" + button.get("label").stringValue() + "]")
            .toList();
    return labels.isEmpty()
        ? shown.toString()
        : shown.append(String.join(" ", labels)).append('\n').toString();
  }

  private static void remember(JsonNode replies, Map<String, String> buttons) {
    for (JsonNode reply : replies) {
      for (JsonNode button : reply.get("buttons")) {
        String label = "[" + button.get("label").stringValue() + "]";
        buttons.put(label, button.get("data").stringValue());
      }
    }
  }

  private static String ids(JsonNode replies) {
    return String.join(
        " ",
        IntStream.range(0, replies.size())
            .mapToObj(i -> replies.get(i).get("id").stringValue())
            .toList());
  }

  /** The answer without wording, times and generated ids. */
  private static Object bones(JsonNode node) {
    if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      node.forEach(item -> items.add(bones(item)));
      return items;
    }
    if (!node.isObject()) {
      return node.asString();
    }
    Map<String, Object> kept = new TreeMap<>();
    boolean distributor = node.has("createdAt");
    node.properties()
        .forEach(
            entry -> {
              String value = entry.getValue().isValueNode() ? "…" : "";
              boolean varies =
                  List.of("text", "label", "data", "at", "turn", "createdAt", "confidence", "next")
                          .contains(entry.getKey())
                      || (distributor && entry.getKey().equals("id"));
              kept.put(entry.getKey(), varies ? value : bones(entry.getValue()));
            });
    return kept;
  }
}
