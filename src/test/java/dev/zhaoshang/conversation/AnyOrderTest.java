package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.AnyText;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.Distributors.Card;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * In whatever order a rep types and taps: what is on record stays, and a step back is a step back.
 */
class AnyOrderTest {

  private static final List<String> LINES =
      List.of(
          "王建国",
          "手机 138%05d678",
          "苏州康泰%d医药有限公司",
          "临床代表%d个",
          "OTC代表3个",
          "公司",
          "个人",
          "想做苏州无锡",
          "主要做OTC",
          "跳过",
          "不知道",
          "他不肯说",
          "他说你们的价格太高了",
          "没听过这个牌子",
          "手机改成139%05d111",
          "临床代表改成%d个",
          "在做头孢",
          "新客户 李%d 137%05d222 个人",
          "/status",
          "客户列表",
          "你好",
          "明天下午三点给他寄资料",
          "下一题",
          "换个说法",
          "name is Zhang Li",
          "帮助");

  private static final AtomicInteger REPS = new AtomicInteger();

  private static final Path FOLDER = newFolder();
  private static final Workbench BENCH = new Workbench(FOLDER, Brains::ofDialogs);

  private String rep = "";
  private List<Reply> last = List.of();

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("any-order");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void close() throws IOException {
    BENCH.close();
    FileSystemUtils.deleteRecursively(FOLDER);
  }

  /** Each story is another rep's. */
  @BeforeTry
  void begin() {
    rep = "any" + REPS.incrementAndGet();
    last = List.of();
  }

  /** What a rep does next. */
  private sealed interface Event {

    /** Types a line. */
    record Says(String text) implements Event {}

    /** Taps one of the buttons of the last replies, if there are any. */
    record Taps(int which) implements Event {}
  }

  @Provide
  Arbitrary<List<Event>> stories() {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 89_999);
    Arbitrary<Event> lines =
        Combinators.combine(Arbitraries.of(LINES), numbers, numbers)
            .as((line, a, b) -> new Event.Says(String.format(Locale.ROOT, line, a, b)));
    Arbitrary<Event> taps = Arbitraries.integers().between(0, 20).map(Event.Taps::new);
    Arbitrary<Event> anything =
        AnyText.of(8).map(text -> new Event.Says(Typed.clean(text).replaceAll("\\p{Cs}", "?")));
    return Arbitraries.frequencyOf(Tuple.of(6, lines), Tuple.of(3, taps), Tuple.of(1, anything))
        .list()
        .ofMinSize(1)
        .ofMaxSize(14);
  }

  private @Nullable Update update(Event event) {
    if (event instanceof Event.Says said) {
      return BENCH.update(rep, Update.Kind.TEXT, said.text(), null, null);
    }
    List<Button> buttons = last.stream().flatMap(reply -> reply.buttons().stream()).toList();
    if (buttons.isEmpty()) {
      return null;
    }
    Button button = buttons.get(((Event.Taps) event).which() % buttons.size());
    return BENCH.update(rep, Update.Kind.BUTTON, "", button.data(), null);
  }

  @Property(tries = 40, seed = "20261124")
  void no_turn_loses_a_fact_that_it_does_not_replace_and_none_fails(
      @ForAll("stories") List<Event> story) {
    for (Event event : story) {
      Map<String, Fact> before = known();
      Update update = update(event);
      if (update == null) {
        continue;
      }
      last = BENCH.receive(update);

      assertThat(ids(last)).doesNotContain("failed");
      Map<String, Fact> after = known();
      boolean back = ids(last).contains("undone");
      before.forEach(
          (key, fact) -> {
            Fact now = after.get(key);
            boolean kept = now != null && now.value() != null && now.value().equals(fact.value());
            boolean replaced = now != null && now.turn().equals(update.id());
            assertThat(kept || replaced || back || isMerged(key))
                .as("after %s: %s was %s and is %s", event, key, fact, now)
                .isTrue();
          });
    }
  }

  @Property(tries = 40, seed = "20261124")
  void whatever_a_turn_changed_is_as_before_once_it_is_taken_back(
      @ForAll("stories") List<Event> story, @ForAll @Size(14) List<Boolean> takenBack) {
    for (int n = 0; n < story.size(); n++) {
      Map<String, String> before = all();
      @Nullable String current = current();
      Update update = update(story.get(n));
      if (update == null) {
        continue;
      }
      last = BENCH.receive(update);
      Map<String, String> changed = all();
      if (changed.equals(before) || ids(last).contains("undone") || !takenBack.get(n)) {
        continue;
      }
      last = BENCH.say(rep, "/undo");

      assertThat(ids(last)).as("after %s", story.get(n)).contains("undone");
      assertThat(all()).as("after %s", story.get(n)).isEqualTo(before);
      assertThat(current()).as("after %s", story.get(n)).isEqualTo(current);
    }
  }

  private static List<String> ids(List<Reply> replies) {
    return replies.stream().map(Reply::id).toList();
  }

  private @Nullable String current() {
    return BENCH.store.sessions().find(rep).map(session -> session.distributor()).orElse(null);
  }

  private boolean isMerged(String key) {
    return BENCH
            .store
            .distributors()
            .find(key.substring(0, key.indexOf(' ')))
            .orElseThrow()
            .mergedInto()
        != null;
  }

  /** The rep's known facts, by distributor and field. */
  private Map<String, Fact> known() {
    Map<String, Fact> known = new TreeMap<>();
    for (Card card : BENCH.store.distributors().ofOwner(rep)) {
      Distributor distributor = BENCH.store.distributors().find(card.id()).orElseThrow();
      distributor
          .fields()
          .forEach(
              (field, fact) -> {
                if (fact.state() == FactState.KNOWN) {
                  known.put(card.id() + " " + field, fact);
                }
              });
    }
    return known;
  }

  /** The rep's facts in every state, as they are shown; a distributor without any is none. */
  private Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    for (Card card : BENCH.store.distributors().ofOwner(rep)) {
      Distributor distributor = BENCH.store.distributors().find(card.id()).orElseThrow();
      distributor
          .fields()
          .forEach(
              (field, fact) ->
                  all.put(
                      card.id() + " " + field,
                      fact.state() + " " + fact.value() + " " + fact.words()));
    }
    return all;
  }
}
