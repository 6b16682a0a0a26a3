package dev.zhaoshang.store;

import java.time.Instant;

/** Ends what is kept for a time only. */
public interface Retention {

  /**
   * Removes what was said, and replies that were sent or cannot be, before a time; and what came in
   * and was handled before another.
   *
   * @param said turns and replies of before that go
   * @param received handled updates of before that go; the server may have done it by itself
   * @return how many documents went
   */
  long expire(Instant said, Instant received);
}
