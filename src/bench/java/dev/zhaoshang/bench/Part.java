package dev.zhaoshang.bench;

/** A part of the benchmark. */
interface Part {

  /** By which {@code bench.parts} chooses it. */
  String name();

  /** Measures and reports; leaves nothing running. */
  void run(Options options, Report report);
}
