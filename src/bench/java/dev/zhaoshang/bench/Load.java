package dev.zhaoshang.bench;

import dev.zhaoshang.bench.Chat.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** The reps talk to one application, and it is measured how long they wait. */
final class Load {

  private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(1);
  private static final int DIGITS = 3;
  private static final int AT_ONCE = 8;
  private static final int FAILURES_SHOWN = 3;
  private static final int PATIENCE_SECONDS = 60;

  private final Chat chat;
  private final Reps reps;
  private final AtomicInteger sent = new AtomicInteger();

  Load(Chat chat) {
    this(chat, Reps.COUNT);
  }

  /** With so many reps. */
  Load(Chat chat, int count) {
    this.chat = chat;
    this.reps = new Reps(count);
  }

  /** Turns sent so far. */
  int turns() {
    return sent.get();
  }

  /** Waiting times in microseconds. */
  static Histogram histogram() {
    return new SynchronizedHistogram(HIGHEST_MICROS, DIGITS);
  }

  /**
   * What was measured.
   *
   * @param waited from when a message was due to when its answer was there
   * @param late by how much the benchmark itself sent messages late
   * @param byKind the same as {@code waited}, by kind of message
   * @param failures messages without an answer
   */
  record Result(
      Histogram waited, Histogram late, Map<Kind, Histogram> byKind, AtomicInteger failures) {

    static Result empty() {
      Map<Kind, Histogram> byKind = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.values()) {
        byKind.put(kind, histogram());
      }
      return new Result(histogram(), histogram(), byKind, new AtomicInteger());
    }
  }

  /** Sends messages by a fixed schedule, whether or not the ones before were answered. */
  void openLoop(int perSecond, double seconds, Result result) {
    long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    int count = (int) Math.round(perSecond * seconds);
    CompletableFuture<?>[] answers = new CompletableFuture<?>[count];
    long begin = System.nanoTime() + interval;
    for (int i = 0; i < count; i++) {
      long due = begin + i * interval;
      Pause.until(due);
      result.late().recordValue(microsSince(due));
      answers[i] = send(due, result);
    }
    CompletableFuture.allOf(answers).join();
  }

  /** Sends messages a few at a time until so many turns have been sent, or time is up. */
  void untilTurns(int turns, int seconds) {
    Result ignored = Result.empty();
    Semaphore free = new Semaphore(AT_ONCE);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<CompletableFuture<?>> answers = new ArrayList<>();
    while (turns() < turns && System.nanoTime() < deadline) {
      free.acquireUninterruptibly();
      answers.add(send(System.nanoTime(), ignored).thenRun(free::release));
    }
    answers.forEach(CompletableFuture::join);
  }

  /**
   * Each of the first reps sends its next message when it has the answer to the last.
   *
   * @param talking how many
   * @param seconds for how long messages are sent
   * @return answers in a second
   */
  double closedLoop(int talking, double seconds, Result result) {
    long begin = System.nanoTime();
    long end = begin + Math.round(seconds * TimeUnit.SECONDS.toNanos(1));
    CompletableFuture.allOf(
            IntStream.range(0, talking)
                .mapToObj(n -> talk(reps.get(n), end, result))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    double passed = (System.nanoTime() - begin) / 1e9;
    return result.waited().getTotalCount() / passed;
  }

  private CompletableFuture<?> talk(Reps.Rep rep, long end, Result result) {
    long now = System.nanoTime();
    return now >= end
        ? CompletableFuture.completedFuture(null)
        : send(rep, now, result).thenCompose(answered -> talk(rep, end, result));
  }

  private CompletableFuture<?> send(long due, Result result) {
    return send(reps.next(), due, result);
  }

  private CompletableFuture<?> send(Reps.Rep rep, long due, Result result) {
    Message message = rep.says();
    sent.incrementAndGet();
    return chat.send(rep.id(), message)
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenAccept(
            body -> {
              long waited = microsSince(due);
              result.waited().recordValue(waited);
              result.byKind().getOrDefault(message.kind(), histogram()).recordValue(waited);
              rep.hears(chat.read(body));
            })
        .exceptionally(
            failure -> {
              if (result.failures().getAndIncrement() < FAILURES_SHOWN) {
                System.err.println(rep.id() + " " + message.kind() + ": " + failure.getMessage());
              }
              return null;
            });
  }

  private static long microsSince(long nanos) {
    return Math.min(
        TimeUnit.NANOSECONDS.toMicros(Math.max(0, System.nanoTime() - nanos)), HIGHEST_MICROS);
  }
}
