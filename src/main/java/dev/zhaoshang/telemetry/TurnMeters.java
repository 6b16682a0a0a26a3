package dev.zhaoshang.telemetry;

import dev.zhaoshang.conversation.TurnWatch;
import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.TurnRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts turns and texts, and times the stages of a turn. */
final class TurnMeters implements TurnWatch {

  /** A session counts as open for so long after the rep's last turn. */
  private static final Duration OPEN = Duration.ofMinutes(30);

  /** Replies by which we admit that a text was not, or not surely, understood. */
  static final Set<String> UNSURE =
      Set.of("lost", "aside", "unclear", "unclear.buttons", "which", "parked", "passed", "problem");

  /** Upper bounds of the histograms' buckets: what is promised, and its neighbourhood. */
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(200),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30)
  };

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
  private final Timer lag;
  private final Counter sure;
  private final Counter unsure;
  private final Map<Sort, Counter> turns = new ConcurrentHashMap<>();

  /** Reps in the middle of something, and when each last had a turn. */
  private final Map<String, Instant> open = new ConcurrentHashMap<>();

  TurnMeters(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
    for (Stage stage : Stage.values()) {
      Timer.Builder timer =
          Timer.builder("zhaoshang.turn.stage")
              .description("How long a part of a turn takes")
              .tag("stage", name(stage));
      stages.put(stage, timer.serviceLevelObjectives(BOUNDS).register(registry));
    }
    this.lag =
        Timer.builder("zhaoshang.inbox.lag")
            .description("From the inbox to the end of the turn")
            .serviceLevelObjectives(BOUNDS)
            .register(registry);
    this.sure = texts("yes");
    this.unsure = texts("no");
    Gauge.builder("zhaoshang.sessions.open", this, TurnMeters::openSessions)
        .description("Reps in the middle of something who had a turn here in the last 30 minutes")
        .register(registry);
  }

  private Counter texts(String answer) {
    return Counter.builder("zhaoshang.texts")
        .description("Texts, by whether they were surely understood")
        .tag("sure", answer)
        .register(registry);
  }

  @Override
  public <T> T time(Stage stage, Supplier<T> work) {
    Timer timer = stages.get(stage);
    return timer == null ? work.get() : timer.record(work);
  }

  @Override
  public void ended(TurnRecord turn) {
    Instant now = clock.instant();
    turns.computeIfAbsent(Sort.of(turn), this::turns).increment();
    lag.record(later(Duration.between(turn.receivedAt(), now)));
    if (turn.meaning() != null) {
      (isUnsure(turn) ? unsure : sure).increment();
    }
    if (turn.kind().isOfRep()) {
      note(turn, now);
    }
  }

  private Counter turns(Sort sort) {
    return Counter.builder("zhaoshang.turns")
        .description("Turns, by what came in and the state after")
        .tag("kind", sort.kind())
        .tag("state", sort.state())
        .register(registry);
  }

  private void note(TurnRecord turn, Instant now) {
    if (turn.after().equals(States.IDLE)) {
      open.remove(turn.rep());
    } else {
      open.put(turn.rep(), now);
    }
  }

  private int openSessions() {
    Instant since = clock.instant().minus(OPEN);
    open.values().removeIf(at -> at.isBefore(since));
    return open.size();
  }

  private static boolean isUnsure(TurnRecord turn) {
    return turn.replies().stream().anyMatch(reply -> UNSURE.contains(reply.id()));
  }

  /** Clocks of two instances may differ a little. */
  private static Duration later(Duration passed) {
    return passed.isNegative() ? Duration.ZERO : passed;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** What turns are counted by: few values, so that there are few series. */
  private record Sort(String kind, String state) {

    static Sort of(TurnRecord turn) {
      int aspect = turn.after().indexOf('.');
      String state = aspect < 0 ? turn.after() : turn.after().substring(0, aspect);
      return new Sort(name(turn.kind()), state);
    }
  }
}
