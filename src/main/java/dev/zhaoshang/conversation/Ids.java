package dev.zhaoshang.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids that follow from a turn, so that deciding it again gives the same. */
final class Ids {

  private Ids() {}

  /** Id of the n-th distributor that a turn begins: 64 bits to the base 36, short for buttons. */
  static String of(String turn, int n) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((turn + "#" + n).getBytes(StandardCharsets.UTF_8));
      return Long.toUnsignedString(ByteBuffer.wrap(hash).getLong(), 36);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
