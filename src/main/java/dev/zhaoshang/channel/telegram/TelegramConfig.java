package dev.zhaoshang.channel.telegram;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bot, at which server, and how updates come.
 *
 * @param token as BotFather gave it, {@code <bot id>:<secret>}; shown nowhere
 * @param apiUrl scheme, host and port of the Bot API, without a path
 * @param publicUrl where Telegram reaches this application, {@code https://…} without a path; null
 *     for long polling
 * @param webhookSecret that Telegram shows with each update that it brings; null for long polling
 * @param speechUrl of what writes voice messages down: it takes a form with a {@code file} and
 *     answers JSON with a {@code text}; null for nothing
 */
public record TelegramConfig(
    String token,
    URI apiUrl,
    @Nullable URI publicUrl,
    @Nullable String webhookSecret,
    @Nullable URI speechUrl) {

  /** Telegram's own server. */
  public static final URI TELEGRAM = URI.create("https://api.telegram.org");

  /** Where updates come in, below the public address. */
  public static final String WEBHOOK_PATH = "/hooks/telegram";

  private static final Pattern SECRET = Pattern.compile("[\\w-]{16,256}");
  private static final Pattern TOKEN = Pattern.compile("(\\d{1,20}):([\\w-]{10,100})");

  /** Refuses what cannot be right, without repeating the token. */
  public TelegramConfig {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "TELEGRAM_BOT_TOKEN is not of the form <digits>:<secret>; copy it again from BotFather");
    }
    if (apiUrl.getHost() == null || hasPath(apiUrl)) {
      throw new IllegalArgumentException(
          "TELEGRAM_API_URL must be http(s)://host[:port] without a path");
    }
    if (publicUrl != null
        && (publicUrl.getHost() == null
            || hasPath(publicUrl)
            || !"https".equals(publicUrl.getScheme()))) {
      throw new IllegalArgumentException(
          "PUBLIC_URL must be https://host[:port] without a path: Telegram calls no other");
    }
    webhookSecret = publicUrl == null ? null : checked(webhookSecret);
  }

  /** Refuses what Telegram does not take, and what could be guessed. */
  private static String checked(@Nullable String secret) {
    if (secret == null || !SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException(
          "A webhook needs TELEGRAM_WEBHOOK_SECRET: 16 to 256 letters, digits, _ or -, such as"
              + " openssl rand -hex 32 gives");
    }
    return secret;
  }

  private static boolean hasPath(URI uri) {
    String path = uri.getPath();
    return path != null && !path.isEmpty() && !path.equals("/");
  }

  /** The bot's id, which is no secret. */
  String botId() {
    return part(1);
  }

  /** What must not be seen. */
  String secret() {
    return part(2);
  }

  /** The address to which Telegram is to bring updates; empty for long polling. */
  Optional<String> webhookUrl() {
    return Optional.ofNullable(publicUrl)
        .map(uri -> uri.toString().replaceAll("/$", "") + WEBHOOK_PATH);
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
    return "TelegramConfig[token="
        + botId()
        + ":****, apiUrl="
        + apiUrl
        + ", publicUrl="
        + publicUrl
        + ", speechUrl="
        + speechUrl
        + "]";
  }
}
