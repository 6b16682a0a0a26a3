package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What released versions wrote, as files in {@code src/test/resources/upgrade/<version>}, is read
 * by this one. A release adds the folder of its own: {@code mvn test -Dtest=UpgradeTest
 * -Dupgrade.write=<version>}.
 */
class UpgradeTest {

  private static final Path VERSIONS = Path.of("src", "test", "resources", "upgrade");
  private static final String REP = "lilei";

  /** A bit of everything that is stored. */
  private static final List<String> CONVERSATION =
      List.of(
          "王建国 苏州康泰医药有限公司 13812345678 公司 临床代表20个 想做苏州无锡",
          "主要做OTC",
          "他说你们的价格太高了",
          "明天下午三点给他寄资料",
          "手机改成13987654321",
          "/trip 下周一到周四 苏州",
          "/checkin",
          "跳过",
          "新客户 李梅 13700001111 个人",
          "不知道");

  /** Learning takes longer than a turn may. */
  @BeforeAll
  static void learn() {
    assertThat(Brains.ofDialogs()).isNotNull();
  }

  static Stream<Path> versions() throws IOException {
    try (Stream<Path> folders = Files.list(VERSIONS)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void what_an_earlier_version_wrote_is_read_and_its_conversation_goes_on(
      Path version, @TempDir Path data) throws IOException {
    StoredFiles.load(version, data);
    try (Workbench bench = new Workbench(data, Brains::ofDialogs)) {
      Set<String> read = new TreeSet<>();
      try (Stream<Path> files = Files.list(version)) {
        for (Path file : files.toList()) {
          for (BsonDocument document : StoredFiles.read(file)) {
            assertThat(isRead(bench, StoredFiles.collection(file), document))
                .as(document.toString())
                .isTrue();
            read.add(StoredFiles.collection(file));
          }
        }
      }
      assertThat(read).contains("sessions");

      assertThat(ids(bench.say(REP, "/status"))).isNotEmpty().doesNotContain("failed");
      assertThat(ids(bench.say(REP, "撤销"))).contains("undone").doesNotContain("failed");
      assertThat(ids(bench.say(REP, "临床代表30个"))).isNotEmpty().doesNotContain("failed");
    }
  }

  /** Whether the store's port finds the document that has this id. */
  private static boolean isRead(Workbench bench, String collection, BsonDocument document) {
    String id = document.getString("_id").getValue();
    return switch (collection) {
      case "sessions" -> bench.store.sessions().find(id).isPresent();
      case "turns" -> bench.store.turns().find(id).isPresent();
      case "outbox" -> bench.store.deliveries().find(id).isPresent();
      case "people" -> bench.store.people().find(id).isPresent();
      case "distributors" ->
          bench.store.distributors().find(id).orElseThrow().fields().size()
              == document.getDocument("fields").size();
      case "ledgers" ->
          bench.store.ledgers().find(id).entries().size() == document.getArray("entries").size();
      case "inbox" ->
          bench
              .store
              .inbox()
              .at(document.getString("rep").getValue(), document.getNumber("seq").longValue())
              .isPresent();
      default -> true;
    };
  }

  @Test
  @EnabledIfSystemProperty(named = "upgrade.write", matches = ".+")
  void the_documents_of_this_version_are_written(@TempDir Path data) throws IOException {
    try (Workbench bench = new Workbench(data, Brains::ofDialogs)) {
      bench.hire("boss", "Boss", Person.Role.SUPERIOR, null);
      bench.hire(REP, "Li Lei", Person.Role.REP, "boss");
      for (String line : CONVERSATION) {
        assertThat(ids(bench.say(REP, line))).as(line).isNotEmpty().doesNotContain("failed");
      }
    }
    StoredFiles.write(data, VERSIONS.resolve(System.getProperty("upgrade.write")));
  }

  private static List<String> ids(List<Reply> replies) {
    return replies.stream().map(Reply::id).toList();
  }
}
