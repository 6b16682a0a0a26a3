package dev.zhaoshang.channel.telegram;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethodBoolean;

/** setWebhook, without the certificate that makes telegrambots' own a call of another kind. */
final class Registration extends BotApiMethodBoolean {

  private static final int CONNECTIONS = 40;

  private final String url;
  private final String secret;

  /**
   * Tells where to bring updates.
   *
   * @param secret is shown with each
   */
  Registration(String url, String secret) {
    this.url = url;
    this.secret = secret;
  }

  @JsonProperty("url")
  String url() {
    return url;
  }

  @JsonProperty("secret_token")
  String secret() {
    return secret;
  }

  @JsonProperty("max_connections")
  int connections() {
    return CONNECTIONS;
  }

  @JsonProperty("allowed_updates")
  List<String> allowedUpdates() {
    return Poll.KINDS;
  }

  @Override
  public String getMethod() {
    return "setwebhook";
  }
}
