package dev.zhaoshang.channel.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * That somebody signed in at the page, as a cookie keeps it: signed with the token of the settings,
 * so that every instance reads it, no restart ends it, and a new token ends them all. Whether the
 * person is still of the company is asked at each call.
 *
 * @param person id of the person
 * @param begun when the person signed in
 * @param used when it was used last, give or take {@link #FRESH}
 */
record PageSession(String person, Instant begun, Instant used) {

  /** The name of the cookie. */
  static final String COOKIE = "zhaoshang";

  /** Who did not use it for so long signs in again. */
  static final Duration IDLE = Duration.ofHours(8);

  /** Everybody signs in again after that. */
  static final Duration LONGEST = Duration.ofDays(7);

  /** Used again within this, it is not written again. */
  static final Duration FRESH = Duration.ofMinutes(5);

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  /** The same, used now. */
  PageSession at(Instant now) {
    return new PageSession(person, begun, now);
  }

  /** The cookie's value. */
  String sealed(String secret) {
    String name = ENCODER.encodeToString(person.getBytes(StandardCharsets.UTF_8));
    String said = name + "." + begun.getEpochSecond() + "." + used.getEpochSecond();
    return said + "." + ENCODER.encodeToString(seal(secret, said));
  }

  /** What a cookie says; empty when it is not ours, or the session is over. */
  static Optional<PageSession> open(String secret, String cookie, Instant now) {
    int end = cookie.lastIndexOf('.');
    String[] parts = cookie.split("\\.", -1);
    if (parts.length != 4 || !isSealed(secret, cookie.substring(0, end), parts[3])) {
      return Optional.empty();
    }
    String person = new String(DECODER.decode(parts[0]), StandardCharsets.UTF_8);
    Instant begun = Instant.ofEpochSecond(Long.parseLong(parts[1]));
    Instant used = Instant.ofEpochSecond(Long.parseLong(parts[2]));
    boolean over = now.isAfter(used.plus(IDLE)) || now.isAfter(begun.plus(LONGEST));
    return over ? Optional.empty() : Optional.of(new PageSession(person, begun, used));
  }

  private static boolean isSealed(String secret, String said, String seal) {
    try {
      return MessageDigest.isEqual(seal(secret, said), DECODER.decode(seal));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] seal(String secret, String said) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(("session of the page " + said).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
