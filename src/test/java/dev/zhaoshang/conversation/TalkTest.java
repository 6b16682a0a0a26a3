package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.zhaoshang.conversation.Talk.Step;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.embedded.EmbeddedServer;
import dev.zhaoshang.store.mongo.MongoStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every conversation of dialogs/ goes as it says there. */
class TalkTest {

  private static final FiltersSeen FILTERS = new FiltersSeen();

  private static EmbeddedServer server;
  private static Workbench bench;

  @BeforeAll
  static void open(@TempDir Path dir) {
    server = EmbeddedServer.open(dir, failure -> {});
    MongoClient client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.uri()))
                .addCommandListener(FILTERS)
                .build());
    MongoStore store = MongoStore.over(client, Duration.ofDays(14));
    bench = new Workbench(store, Brains::ofDialogs, distributors -> distributors);
  }

  @AfterAll
  static void close() {
    bench.close();
    server.close();
  }

  @TestFactory
  List<DynamicTest> talks() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("dialogs"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".talk")).sorted().toList()) {
        for (Talk talk : Talk.read(file)) {
          int number = tests.size();
          tests.add(
              DynamicTest.dynamicTest(
                  file.getFileName() + ": " + talk.title(), () -> play(talk, number)));
        }
      }
    }
    assertThat(tests).isNotEmpty();
    tests.add(
        DynamicTest.dynamicTest(
            "whatever these conversations look for is the beginning of an index", FILTERS::check));
    return tests;
  }

  private static void play(Talk talk, int number) {
    List<Reply> replies = List.of();
    for (Step step : talk.steps()) {
      String rep = "talk" + number + step.rep();
      String where = talk.source() + ":" + step.line();
      switch (step.mark()) {
        case '>' -> replies = bench.say(rep, fresh(step.text(), number));
        case '@' -> replies = bench.tap(rep, step.text());
        case '<' ->
            assertThat(String.join(" ", replies.stream().map(Reply::id).toList()))
                .as(where + " " + replies)
                .isEqualTo(step.text());
        case '?' ->
            assertThat(Optional.ofNullable(replies.get(replies.size() - 1).asks()).orElse("-"))
                .as(where)
                .isEqualTo(step.text());
        default -> fact(rep, fresh(step.text(), number), where);
      }
    }
  }

  /**
   * Mobiles differ between talks, so that one talk's distributors are no duplicates of another's.
   */
  static String fresh(String text, int number) {
    String three = String.format(Locale.ROOT, "%03d", number);
    return text.replaceAll("(?<!\\d)(1[3-9]\\d)\\d{3}(\\d{5})(?!\\d)", "$1" + three + "$2")
        .replace("康泰", "康泰" + (char) ('\u4e00' + number))
        .replace("Huakang", "Huakang" + (char) ('a' + number % 26));
  }

  private static void fact(String rep, String text, String where) {
    String[] parts = text.split(" ", 2);
    Optional<Fact> fact = bench.current(rep).flatMap((Distributor d) -> d.fact(parts[0]));
    String shown =
        parts[1].startsWith("!")
            ? "!" + fact.map(f -> f.state().name().toLowerCase(Locale.ROOT)).orElse("open")
            : fact.map(Fact::value).map(TalkTest::plain).orElse("(none)");
    assertThat(shown).as(where + " " + parts[0]).isEqualTo(parts[1]);
  }

  private static String plain(Value value) {
    return value instanceof Value.Items items
        ? String.join(",", items.raw())
        : String.valueOf(value.raw());
  }
}
