package dev.zhaoshang.channel.wecom;

import java.time.Instant;
import java.util.Optional;

/** Where all instances keep the access token of the application, so that they share one. */
public interface TokenCache {

  /** The token that was kept last; empty when there is none. */
  Optional<Token> read();

  /** Keeps a token. */
  void write(Token token);

  /**
   * An access token.
   *
   * @param value shown nowhere
   * @param expires after that the platform refuses it
   */
  record Token(String value, Instant expires) {

    @Override
    public String toString() {
      return "Token[****, expires=" + expires + "]";
    }
  }
}
