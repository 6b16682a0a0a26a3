package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.DialogFiles;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The times of reminders.yml count for all who wish nothing else. */
class CompanyTimesTest {

  private static final String TIMES =
      """
      zone: Europe/Berlin
      week: [saturday, sunday]
      brief: "07:00"
      checkin: "16:00"
      digest: "19:00"
      quiet: {from: "22:00", to: "06:00"}
      nudgeMinutes: 30
      busyMinutes: 10
      patienceMinutes: 60
      """;

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate SATURDAY = LocalDate.of(2026, 3, 7);

  @TempDir private Path dir;
  private Workbench bench;
  private Brain brain = Brains.ofDialogs();

  @BeforeEach
  void open() {
    Map<String, String> files = new TreeMap<>(DialogFiles.in(Path.of("dialogs")).texts());
    files.put("reminders.yml", TIMES);
    Content content = new Dialogs(Set.of()).load(DialogFiles.of(files));
    Brain known = Brains.ofDialogs();
    brain =
        new Brain(
            content, known.understanding(), known.transitions(), known.judge(), known.unsure());
    bench = new Workbench(dir, () -> brain);
    bench.hire("wang", "王五", Person.Role.REP, null);
    bench.now = SATURDAY.atTime(9, 0).atZone(BERLIN).toInstant();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<String> unaskedUntil(LocalDate day, int hour, int minute) {
    bench.until(day.atTime(LocalTime.of(hour, minute)).atZone(BERLIN).toInstant());
    return bench.unasked("wang").stream().map(Reply::id).toList();
  }

  @Test
  void the_check_in_comes_at_the_companys_time_and_the_nudge_so_long_after() {
    bench.say("wang", "你好");
    assertThat(unaskedUntil(SATURDAY, 16, 0)).isEmpty();
    assertThat(unaskedUntil(SATURDAY, 16, 7)).containsExactly("checkin.due");
    assertThat(unaskedUntil(SATURDAY, 16, 38)).containsExactly("checkin.nudge");
  }

  @Test
  void what_is_planned_already_follows_the_companys_new_times() {
    Brain company = brain;
    brain = Brains.ofDialogs();
    bench.now = SATURDAY.minusDays(1).atTime(9, 0).atZone(BERLIN).toInstant();
    bench.say("wang", "你好");
    brain = company;
    bench.say("wang", "你好");
    assertThat(unaskedUntil(SATURDAY.minusDays(1), 18, 0)).isEmpty();
    assertThat(unaskedUntil(SATURDAY, 16, 7)).contains("checkin.due");
  }

  @Test
  void what_somebody_chose_comes_before_the_companys_time() {
    bench.say("wang", "/checkin 18:00");
    assertThat(unaskedUntil(SATURDAY, 16, 30)).isEmpty();
    assertThat(unaskedUntil(SATURDAY, 18, 7)).containsExactly("checkin.due");
  }
}
