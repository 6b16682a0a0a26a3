package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests each at a workbench of its own, with the content of dialogs/: {@code boss} leads {@code
 * wang}.
 */
abstract class WithATeam {

  @TempDir Path dir;
  Workbench bench;

  @BeforeEach
  void gather() {
    bench = new Workbench(dir, Brains::ofDialogs);
    bench.hire("boss", "李总监", Person.Role.SUPERIOR, null);
    bench.hire("wang", "王五", Person.Role.REP, "boss");
  }

  @AfterEach
  void part() {
    bench.close();
  }

  static List<String> ids(List<Reply> replies) {
    return replies.stream().map(Reply::id).toList();
  }
}
