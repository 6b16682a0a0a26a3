package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.channel.Wire;
import dev.zhaoshang.channel.telegram.TelegramWire;
import dev.zhaoshang.channel.web.WebWire;
import dev.zhaoshang.channel.wecom.WeComWire;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same conversations have the same replies and records, whichever app they come by. */
class ChannelContractTest {

  @TempDir Path dir;

  /** All conversations of dialogs/, file by file. */
  private static List<Talk> talks() throws IOException {
    List<Talk> talks = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("dialogs"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".talk")).sorted().toList()) {
        talks.addAll(Talk.read(file));
      }
    }
    return talks;
  }

  @Test
  void web_telegram_and_wecom_say_and_record_the_same() throws IOException {
    List<String> web = played("web", new WebWire());
    assertThat(web).hasSizeGreaterThan(500);
    assertThat(played("telegram", new TelegramWire())).isEqualTo(web);
    assertThat(played("wecom", new WeComWire())).isEqualTo(web);
  }

  private List<String> played(String channel, Wire wire) throws IOException {
    int n = 0;
    List<String> said = new ArrayList<>();
    try (Workbench bench = new Workbench(dir.resolve(channel), () -> Brains.ofDialogs())) {
      int number = 0;
      for (Talk talk : talks()) {
        said.add(talk.title());
        List<Reply> replies = List.of();
        String rep = "";
        for (Talk.Step step : talk.steps()) {
          rep = "talk" + number + step.rep();
          if (step.mark() == '>') {
            String text = TalkTest.fresh(step.text(), number);
            n++;
            replies = bench.receive(wire.receive(rep, n, text, null));
            said.add(ids(replies));
          } else if (step.mark() == '@') {
            String data = data(replies, step.text());
            n++;
            replies = bench.receive(wire.receive(rep, n, null, data));
            said.add(ids(replies));
          }
        }
        said.add(bench.current(rep).map(ChannelContractTest::record).orElse("nothing"));
        number++;
      }
    }
    return said;
  }

  /** Ids of distributors are made of those of turns, which bear the channel's name. */
  private static String record(Distributor distributor) {
    TreeMap<String, String> fields = new TreeMap<>();
    distributor.fields().forEach((id, fact) -> fields.put(id, shown(fact)));
    return fields.toString();
  }

  private static String shown(Fact fact) {
    return fact.state() + " " + fact.value() + " " + fact.codes();
  }

  private static String ids(List<Reply> replies) {
    return replies.stream().map(reply -> reply.id() + "?" + reply.asks()).toList().toString();
  }

  private static String data(List<Reply> replies, String label) {
    return replies.stream()
        .flatMap(reply -> reply.buttons().stream())
        .filter(button -> button.label().equals(label))
        .map(Button::data)
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
