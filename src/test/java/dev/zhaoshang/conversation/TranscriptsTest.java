package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Talks through what docs/transcripts shows. In its first block stand the times, as {@code ——
 * 2026-03-02 17:37}, and what somebody types, as {@code 王五> 你好}, or taps, as {@code 王五> [跳过]}; all
 * else there is what the assistant says. Answers are compared by their ids, which stand below.
 */
class TranscriptsTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Pattern BLOCK =
      Pattern.compile("```text\\n(.*?)```\\n(<!-- .*? -->\\n)?", Pattern.DOTALL);
  private static final Pattern TIME = Pattern.compile("—— (\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d)");
  private static final Pattern SAID = Pattern.compile("(\\S+)> (.+)");
  private static final Pattern TAPPED = Pattern.compile("\\[(.+)]");
  private static final String HINT =
      "Refresh it by: mvn test -Dtest=TranscriptsTest -Dreadme=write";

  private static final Map<String, String> PEOPLE = people();

  @TempDir private Path dir;
  private Workbench bench;

  private static Map<String, String> people() {
    Map<String, String> people = new LinkedHashMap<>();
    people.put("李总监", "boss");
    people.put("王五", "wang");
    people.put("Lily", "lily");
    return people;
  }

  @BeforeEach
  void open() {
    bench = new Workbench(dir, Brains::ofDialogs);
    bench.hire("boss", "李总监", Person.Role.SUPERIOR, null);
    bench.hire("wang", "王五", Person.Role.REP, "boss");
    bench.hire("lily", "Lily", Person.Role.REP, "boss");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"day", "call", "contract"})
  void a_transcript_is_what_the_assistant_says(String name) throws IOException {
    Path file = Path.of("docs", "transcripts", name + ".md");
    String page = Files.readString(file);
    Matcher block = BLOCK.matcher(page);
    assertThat(block.find()).isTrue();
    StringBuilder shown = new StringBuilder();
    List<String> ids = new ArrayList<>();
    for (String line : block.group(1).lines().toList()) {
      Matcher time = TIME.matcher(line);
      Matcher said = SAID.matcher(line);
      if (time.matches()) {
        shown.append(shown.isEmpty() ? "" : "\n").append(line).append('\n');
        LocalDateTime at = LocalDateTime.parse(time.group(1) + "T" + time.group(2));
        bench.until(at.atZone(ZONE).toInstant());
        PEOPLE.forEach((person, id) -> show(person, bench.unasked(id), shown, ids));
      } else if (said.matches() && PEOPLE.containsKey(said.group(1))) {
        shown.append('\n').append(line).append('\n');
        String id = PEOPLE.get(said.group(1));
        Matcher tapped = TAPPED.matcher(said.group(2));
        List<Reply> replies =
            tapped.matches() ? bench.tap(id, tapped.group(1)) : bench.say(id, said.group(2));
        show(said.group(1), replies, shown, ids);
      }
    }
    String comment = "<!-- " + String.join(" | ", ids) + " -->\n";
    if ("write".equals(System.getProperty("readme"))) {
      String fresh = "```text\n" + shown + "```\n" + comment;
      Files.writeString(
          file, page.substring(0, block.start()) + fresh + page.substring(block.end()));
    } else {
      assertThat(block.group(2)).as(HINT).isEqualTo(comment);
    }
  }

  private static void show(
      String person, List<Reply> replies, StringBuilder shown, List<String> ids) {
    for (Reply reply : replies) {
      shown.append("→ ").append(person).append("：").append(reply.text().strip()).append('\n');
      if (reply.chart() != null) {
        shown.append("（图）\n");
      }
      if (!reply.buttons().isEmpty()) {
        shown
            .append(
                reply.buttons().stream()
                    .map(Button::label)
                    .map(label -> "[" + label + "]")
                    .collect(Collectors.joining(" ")))
            .append('\n');
      }
      ids.add(reply.id());
    }
  }
}
