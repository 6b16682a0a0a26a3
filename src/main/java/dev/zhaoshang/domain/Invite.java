package dev.zhaoshang.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code with which one account becomes a person's, once. It stands in a ledger whose id is made of
 * the code, so that nobody who sees the ledger learns the code.
 *
 * @param id of the entry
 * @param person whose account it will be
 * @param by who made it
 * @param expires after that it opens nothing
 */
public record Invite(String id, String person, String by, Instant expires) implements LedgerEntry {

  /** The id of every such entry: there is one a ledger. */
  public static final String ID = "invite";

  /** 16 letters and digits, 80 bits; at the end of the text, as Telegram's deep links put it. */
  private static final Pattern CODE = Pattern.compile("(?:^|\\s)([A-Za-z2-7]{16})\\s*$");

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int LENGTH = 16;
  private static final int ID_BYTES = 16;

  /** A new code. */
  public static String code(RandomGenerator random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** The code in a text; empty when it has none. */
  public static Optional<String> codeIn(String text) {
    Matcher matcher = CODE.matcher(text);
    return matcher.find()
        ? Optional.of(matcher.group(1).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /** The ledger of a code. */
  public static String ledgerOf(String code) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII));
      return "invite:" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
