package dev.zhaoshang.channel.wecom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/** Opens what WeCom sends, if it is from WeCom and for us, and not an old copy. */
final class Envelope {

  /** The clocks of the platform and ours may differ so much, and a delivery take so long. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final WeComConfig config;
  private final InstantSource clock;
  private final WxCryptUtil crypt;

  Envelope(WeComConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.crypt = new WxCryptUtil(config.token(), config.aesKey(), config.corpId());
  }

  /**
   * What stands beside the sealed text.
   *
   * @param signature over the others and the sealed text
   * @param timestamp seconds since 1970
   * @param nonce anything
   */
  record Seal(String signature, String timestamp, String nonce) {}

  /** The text of a verification; empty when it is not from WeCom. */
  Optional<String> open(Seal seal, String cipher) {
    if (!isInTime(seal.timestamp()) || !isSigned(seal, cipher)) {
      return Optional.empty();
    }
    try {
      return Optional.of(crypt.decrypt(cipher));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The elements of a message; empty when it is not from WeCom or not for us. */
  Optional<Map<String, String>> openMessage(Seal seal, String body) {
    return Xml.read(body)
        .map(outer -> outer.get("Encrypt"))
        .flatMap(cipher -> open(seal, cipher))
        .flatMap(Xml::read)
        .filter(inner -> config.corpId().equals(inner.get("ToUserName")));
  }

  private boolean isInTime(String timestamp) {
    if (!timestamp.matches("\\d{1,12}")) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
  }

  private boolean isSigned(Seal seal, String cipher) {
    if (seal.nonce().isEmpty() || cipher.isEmpty()) {
      return false;
    }
    String right = SHA1.gen(config.token(), seal.timestamp(), seal.nonce(), cipher);
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII),
        seal.signature().getBytes(StandardCharsets.UTF_8));
  }
}
