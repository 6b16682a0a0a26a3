package dev.zhaoshang.telemetry;

import dev.zhaoshang.conversation.TurnWatch;
import dev.zhaoshang.outbox.Outbox;
import dev.zhaoshang.outbox.Sender;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** The figures that Prometheus fetches; docs/operations.md lists them. */
@Component
public final class Telemetry {

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final TurnMeters turns;

  /** Keeps its figures in a registry. */
  public Telemetry(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
    this.turns = new TurnMeters(registry, clock);
  }

  /** Counts and times turns. */
  public TurnWatch turns() {
    return turns;
  }

  /** Shows how many reps have turns that are not over. */
  public void waiting(IntSupplier reps) {
    Gauge.builder("zhaoshang.inbox.reps", () -> reps.getAsInt())
        .description("Reps with turns on this instance that are not over")
        .register(registry);
  }

  /** The sender, timed. */
  public Sender timed(Sender sender) {
    return new TimedSender(sender, registry);
  }

  /** Shows what waits in an outbox, since when, and what became of the rest. */
  public void watch(Outbox outbox) {
    Gauge.builder("zhaoshang.outbox.waiting", outbox, box -> box.figures().waiting())
        .description("Replies in memory that are not delivered yet")
        .register(registry);
    age(
        "zhaoshang.outbox.age",
        "How long the reply that is due longest has waited; 0 when none is due",
        () -> Optional.ofNullable(outbox.figures().oldest()));
    count(outbox, "sent", Outbox.Figures::sent);
    count(outbox, "failed", Outbox.Figures::failed);
    count(outbox, "again", Outbox.Figures::again);
    count(outbox, "ambiguous", Outbox.Figures::ambiguous);
  }

  private void count(Outbox outbox, String result, ToLongFunction<Outbox.Figures> figure) {
    FunctionCounter.builder(
            "zhaoshang.deliveries", outbox, box -> figure.applyAsLong(box.figures()))
        .description("Deliveries, by what became of them")
        .tag("result", result)
        .register(registry);
  }

  /**
   * Shows how long ago a channel's platform answered last.
   *
   * @param lastHeard empty before the first time; it then counts from now
   */
  public void lastHeard(String channel, Supplier<Optional<Instant>> lastHeard) {
    Instant begin = clock.instant();
    TimeGauge.builder(
            "zhaoshang.channel.silence",
            () -> seconds(lastHeard.get().orElse(begin)),
            TimeUnit.SECONDS)
        .description("Time since the platform answered a poll, or since the start")
        .tag("channel", channel)
        .register(registry);
  }

  private void age(String name, String description, Supplier<Optional<Instant>> since) {
    TimeGauge.builder(name, () -> since.get().map(this::seconds).orElse(0.0), TimeUnit.SECONDS)
        .description(description)
        .register(registry);
  }

  private double seconds(Instant since) {
    return Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }
}
