package dev.zhaoshang.channel.telegram;

import java.time.Duration;

/**
 * A call of the Bot API failed. Has no cause: those of the library may show the address, and with
 * it the token.
 */
final class CallFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int code;
  private final Duration retryAfter;

  /**
   * With what the platform said.
   *
   * @param code as the platform gave it, like HTTP's; 0 when there was no proper answer, {@link
   *     BotApi#NOT_REACHED} when there was no connection
   * @param retryAfter how long the platform asks us to wait; zero when it does not
   */
  CallFailedException(String message, int code, Duration retryAfter) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  int code() {
    return code;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
