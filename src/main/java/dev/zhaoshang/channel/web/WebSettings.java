package dev.zhaoshang.channel.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the HTTP API.
 *
 * @param open whether calls from this machine need no token; for the embedded demo only
 * @param token that every other call must bear; null when none is set, then all are refused
 * @param patience how long a call waits for the replies of its turn; replies that take longer are
 *     fetched later
 */
public record WebSettings(boolean open, @Nullable String token, Duration patience) {

  @Override
  public String toString() {
    String shown = token == null ? "none" : "****";
    return "WebSettings[open=" + open + ", token=" + shown + ", patience=" + patience + "]";
  }
}
