package dev.zhaoshang.channel.telegram;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bot, at which server.
 *
 * @param token as BotFather gave it, {@code <bot id>:<secret>}; shown nowhere
 * @param apiUrl scheme, host and port of the Bot API, without a path
 */
public record TelegramConfig(String token, URI apiUrl) {

  /** Telegram's own server. */
  public static final URI TELEGRAM = URI.create("https://api.telegram.org");

  private static final Pattern TOKEN = Pattern.compile("(\\d{1,20}):([\\w-]{10,100})");

  /** Refuses what cannot be right, without repeating the token. */
  public TelegramConfig {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "TELEGRAM_BOT_TOKEN is not of the form <digits>:<secret>; copy it again from BotFather");
    }
    String path = apiUrl.getPath();
    if (apiUrl.getHost() == null || (path != null && !path.isEmpty() && !path.equals("/"))) {
      throw new IllegalArgumentException(
          "TELEGRAM_API_URL must be http(s)://host[:port] without a path");
    }
  }

  /** The bot's id, which is no secret. */
  String botId() {
    return part(1);
  }

  /** What must not be seen. */
  String secret() {
    return part(2);
  }

  private String part(int group) {
    Matcher matcher = TOKEN.matcher(token);
    if (!matcher.matches()) {
      throw new IllegalStateException("checked by the constructor");
    }
    return matcher.group(group);
  }

  @Override
  public String toString() {
    return "TelegramConfig[token=" + botId() + ":****, apiUrl=" + apiUrl + "]";
  }
}
