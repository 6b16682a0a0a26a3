package dev.zhaoshang.outbox;

import java.util.concurrent.atomic.LongAdder;

/** What the outbox did since it started. */
final class Counts {

  final LongAdder sent = new LongAdder();
  final LongAdder failed = new LongAdder();
  final LongAdder again = new LongAdder();
  final LongAdder ambiguous = new LongAdder();
}
