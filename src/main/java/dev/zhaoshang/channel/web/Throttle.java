package dev.zhaoshang.channel.web;

import dev.zhaoshang.outbox.Bucket;
import dev.zhaoshang.outbox.Limits.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * How often somebody may call. What bears the token of the settings is the company's own and is not
 * limited.
 */
@Component
class Throttle {

  /** A page in use makes some twenty calls a minute. */
  private static final Rate CALLS = new Rate(60, Duration.ofMillis(500));

  /** Wrong tokens and codes from one address. */
  private static final Rate GUESSES = new Rate(10, Duration.ofSeconds(6));

  /** So many callers are remembered; the oldest give way. */
  private static final int REMEMBERED = 10_000;

  private final InstantSource clock;

  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  Throttle(InstantSource clock) {
    this.clock = clock;
  }

  /** Counts a call of somebody who signed in; refuses it when there were too many. */
  void call(String person) {
    refuseWhenEmpty("call " + person, CALLS);
    take("call " + person, CALLS);
  }

  /** Refuses to look at what an address shows when too much of it was wrong. */
  void beforeGuess(String address) {
    refuseWhenEmpty("guess " + address, GUESSES);
  }

  /** Counts a wrong token or code. */
  void wrongGuess(String address) {
    take("guess " + address, GUESSES);
  }

  private void refuseWhenEmpty(String key, Rate rate) {
    synchronized (buckets) {
      Instant now = clock.instant();
      if (bucket(key, rate).readyAt(now).isAfter(now)) {
        throw new ApiException(HttpStatus.TOO_MANY_REQUESTS, "calls.tooMany", Map.of());
      }
    }
  }

  private void take(String key, Rate rate) {
    synchronized (buckets) {
      bucket(key, rate).take(1, clock.instant());
    }
  }

  private Bucket bucket(String key, Rate rate) {
    return buckets.computeIfAbsent(key, k -> new Bucket(rate));
  }
}
