package dev.zhaoshang.faults;

import java.nio.file.Path;

/**
 * What is to be done.
 *
 * @param seed of all dice; one that is 0 is chosen and printed
 * @param turns that reps take, at least
 * @param kills of the application, at least
 * @param reps who talk
 * @param folder of all that is written
 * @param packaged whether the jar is started; else the classes of this process
 * @param jumps whether the application's clock is another one in each life, by libfaketime
 * @param instances of the application; more than one needs a database of its own process
 * @param database empty for the store that is embedded in the application; else see {@link
 *     Database}
 * @param calm seconds between two things that happen to such a database, on average; from 1
 */
record Plan(
    long seed,
    int turns,
    int kills,
    int reps,
    Path folder,
    boolean packaged,
    boolean jumps,
    int instances,
    String database,
    int calm) {

  /** Where Debian's package has it. */
  static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

  /** From the system properties {@code faults.*}. */
  static Plan fromSystemProperties() {
    long seed = Long.getLong("faults.seed", 0);
    return new Plan(
        seed == 0 ? System.nanoTime() : seed,
        Integer.getInteger("faults.turns", 1_000),
        Integer.getInteger("faults.kills", 20),
        Integer.getInteger("faults.reps", 40),
        Path.of("target", "faults").toAbsolutePath(),
        Boolean.parseBoolean(System.getProperty("faults.packaged", "true")),
        Boolean.getBoolean("faults.jumps"),
        Integer.getInteger("faults.instances", 1),
        System.getProperty("faults.database", ""),
        Integer.getInteger("faults.calm", 1));
  }
}
