package dev.zhaoshang.channel.wecom;

/** A call of the API failed. Has no cause: those of the library may show the address. */
final class CallFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * With what the platform said.
   *
   * @param code as the platform gave it; 0 when there was no proper answer
   */
  CallFailedException(String message, int code) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
