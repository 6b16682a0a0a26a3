package dev.zhaoshang.channel.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call of the Bot API failed. Has no cause: those of the library may show the address, and with
 * it the token.
 */
final class CallFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int code;
  private final Duration retryAfter;
  private final @Nullable Long movedTo;

  /**
   * With what the platform said.
   *
   * @param code as the platform gave it, like HTTP's; 0 when there was no proper answer, {@link
   *     BotApi#NOT_REACHED} when there was no connection
   * @param retryAfter how long the platform asks us to wait; zero when it does not
   */
  CallFailedException(String message, int code, Duration retryAfter) {
    this(message, code, retryAfter, null);
  }

  /**
   * The same of a chat that may have moved.
   *
   * @param movedTo id of the supergroup that the group has become; null when it has not
   */
  CallFailedException(String message, int code, Duration retryAfter, @Nullable Long movedTo) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
    this.movedTo = movedTo;
  }

  @Nullable Long movedTo() {
    return movedTo;
  }

  int code() {
    return code;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
