package dev.zhaoshang.bench;

import java.nio.file.Path;
import java.util.Set;

/**
 * What to run and for how long, from the system properties {@code bench.*}.
 *
 * @param parts that run: start, load, concurrency, growth, understanding, callbacks, reminders, day
 * @param seconds of the measured load
 * @param warmup seconds of load before it
 * @param turns after which the memory is read
 * @param distributors stored, in the larger store
 * @param storedTurns in that store, with an entry of the inbox and a reply each
 * @param reps of whom something is due within one minute
 * @param mongodb server on which {@code concurrency} runs; empty for the embedded store
 * @param turnMillis of one core that a turn takes, as {@code load} measured it; for {@code day}
 * @param folder of all that the benchmark writes
 */
record Options(
    Set<String> parts,
    int seconds,
    int warmup,
    int turns,
    int distributors,
    int storedTurns,
    int reps,
    String mongodb,
    double turnMillis,
    Path folder) {

  static Options fromSystemProperties() {
    return new Options(
        Set.of(
            System.getProperty(
                    "bench.parts",
                    "start,load,concurrency,growth,understanding,callbacks,reminders,day")
                .split(",", -1)),
        Integer.getInteger("bench.seconds", 60),
        Integer.getInteger("bench.warmup", 15),
        Integer.getInteger("bench.turns", 10_000),
        Integer.getInteger("bench.distributors", 50_000),
        Integer.getInteger("bench.storedTurns", 100_000),
        Integer.getInteger("bench.reps", 10_000),
        System.getProperty("bench.mongodb", ""),
        Double.parseDouble(System.getProperty("bench.turnMillis", "8.5")),
        Path.of("target", "bench").toAbsolutePath());
  }
}
