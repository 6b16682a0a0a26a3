package dev.zhaoshang.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zhaoshang.channel.wecom.Envelope.Seal;
import dev.zhaoshang.outbox.HandClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Against an implementation of the platform's own: the npm package {@code @wecom/crypto}. Runs
 * where Node finds it, e.g. by NODE_PATH.
 */
class NodeCryptoTest {

  private static final String TEXT = "<xml>王建国 😀 &amp; 13812345678</xml>";

  private final HandClock clock = new HandClock();
  private final WeComStandIn wecom = new WeComStandIn();

  @BeforeEach
  void needs_the_package() {
    assumeTrue(run("require('@wecom/crypto'); console.log('there')").equals("there"));
  }

  @AfterEach
  void close() {
    wecom.close();
  }

  @Test
  void what_it_seals_and_signs_we_open() {
    long now = clock.instant().getEpochSecond();
    String script =
        "const c = require('@wecom/crypto');"
            + "const e = c.encrypt(process.argv[2], process.argv[3], process.argv[4]);"
            + "console.log(e + ' ' + c.getSignature(process.argv[5], process.argv[6], 'n', e));";
    String[] answer =
        run(
                script,
                WeComStandIn.AES_KEY,
                TEXT,
                WeComStandIn.CORP,
                WeComStandIn.TOKEN,
                String.valueOf(now))
            .split(" ", -1);
    Seal seal = new Seal(answer[1], String.valueOf(now), "n");
    assertThat(new Envelope(wecom.config(), clock).open(seal, answer[0])).contains(TEXT);
  }

  @Test
  void what_we_seal_it_opens() {
    String script =
        "const d = require('@wecom/crypto').decrypt(process.argv[2], process.argv[3]);"
            + "console.log(d.id + ' ' + d.message);";
    assertThat(run(script, WeComStandIn.AES_KEY, WeComStandIn.sealed(TEXT)))
        .isEqualTo(WeComStandIn.CORP + " " + TEXT);
  }

  private static String run(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("node", "-e", script, "--", "x"));
    command.addAll(List.of(arguments));
    try {
      Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
      String out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return node.waitFor(20, TimeUnit.SECONDS) ? out.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
