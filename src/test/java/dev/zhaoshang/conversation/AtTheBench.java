package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Tests at one workbench with the content of dialogs/; each test has a rep of its own. */
abstract class AtTheBench {

  static Workbench bench;
  String rep = "";

  @BeforeAll
  static void open(@TempDir Path dir) {
    bench = new Workbench(dir, Brains::ofDialogs);
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @BeforeEach
  void name(TestInfo info) {
    rep = info.getDisplayName().replaceAll("\\W", "");
  }

  static List<String> ids(List<Reply> replies) {
    return replies.stream().map(Reply::id).toList();
  }
}
