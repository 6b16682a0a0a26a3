package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** A sender that answers as it is told, and remembers what it was given. */
class ScriptedSender implements Sender {

  static final Limits WIDE =
      new Limits(
          new Limits.Rate(1000, Duration.ofMillis(1)), new Limits.Rate(1000, Duration.ofMillis(1)));

  final List<Sending> sendings = new ArrayList<>();
  final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, Queue<Result>> answers = new HashMap<>();
  private final InstantSource clock;
  private final Limits limits;

  ScriptedSender(InstantSource clock, Limits limits) {
    this.clock = clock;
    this.limits = limits;
  }

  /** What it got, and when. */
  record Sending(String id, Instant at) {}

  /** Answers so to the next try of an entry. */
  ScriptedSender answer(String id, Result... results) {
    answers.computeIfAbsent(id, key -> new ArrayDeque<>()).addAll(List.of(results));
    return this;
  }

  List<String> ids() {
    return sendings.stream().map(Sending::id).toList();
  }

  @Override
  public String channel() {
    return "telegram";
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public int messages(OutboxEntry entry) {
    return sizes.getOrDefault(entry.id(), 1);
  }

  @Override
  public Result send(OutboxEntry entry) {
    sendings.add(new Sending(entry.id(), clock.instant()));
    Result answer = answers.getOrDefault(entry.id(), new ArrayDeque<>()).poll();
    return answer == null ? new Result.Sent() : answer;
  }
}
