package dev.zhaoshang.telemetry;

import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.outbox.Limits;
import dev.zhaoshang.outbox.Sender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** A sender that times each call of the platform. */
final class TimedSender implements Sender {

  private final Sender sender;
  private final MeterRegistry registry;

  TimedSender(Sender sender, MeterRegistry registry) {
    this.sender = sender;
    this.registry = registry;
  }

  @Override
  public String channel() {
    return sender.channel();
  }

  @Override
  public Limits limits() {
    return sender.limits();
  }

  @Override
  public int messages(OutboxEntry entry) {
    return sender.messages(entry);
  }

  @Override
  public boolean joins(OutboxEntry joined) {
    return sender.joins(joined);
  }

  @Override
  public boolean dropsSurplus() {
    return sender.dropsSurplus();
  }

  @Override
  public Result send(OutboxEntry entry) {
    Timer.Sample sample = Timer.start(registry);
    Result result = sender.send(entry);
    sample.stop(
        Timer.builder("zhaoshang.send")
            .description("How long a platform takes to accept a message")
            .tag("channel", channel())
            .tag("result", name(result))
            .register(registry));
    return result;
  }

  private static String name(Result result) {
    if (result instanceof Result.Sent) {
      return "sent";
    }
    return result instanceof Result.TryAgain ? "again" : "failed";
  }
}
