package dev.zhaoshang;

import dev.zhaoshang.channel.telegram.TelegramConfig;
import dev.zhaoshang.channel.wecom.WeComConfig;
import dev.zhaoshang.domain.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Every setting, checked when the application starts. Secrets come from the environment and print
 * as {@code ****}.
 *
 * @param mongodbUri of the MongoDB server; empty for the embedded store
 * @param dataDir where the embedded store keeps its file
 * @param dialogs folder of the content; the packaged copy is used where it does not exist
 * @param keepInbox how long received updates are kept after they were handled; at least a day
 * @param keepTurns how long it is kept what was said; at least 30 days
 * @param sweep how often turns that another instance left are looked for
 * @param objections from which scores on objections are answered
 * @param http the HTTP API
 * @param telegram the Telegram bot
 * @param wecom the application of WeCom
 * @param people of the company; the demo's two when there are none and the store is embedded
 */
@ConfigurationProperties("zhaoshang")
@Validated
public record Settings(
    String mongodbUri,
    @NotNull Path dataDir,
    @NotNull Path dialogs,
    @NotNull @DurationMin(days = 1) Duration keepInbox,
    @NotNull @DurationMin(days = 30) Duration keepTurns,
    @NotNull Duration sweep,
    @Valid Objections objections,
    @Valid Http http,
    @Valid Telegram telegram,
    @Valid WeCom wecom,
    @Nullable List<@Valid Colleague> people) {

  /** Whether the store is the embedded one, and this a demo. */
  public boolean isEmbedded() {
    return mongodbUri.isBlank();
  }

  /**
   * Thresholds on the probability that an objection was raised.
   *
   * @param sure from which on its card is shown at once
   * @param unsure from which on the three likeliest are offered
   */
  public record Objections(
      @DecimalMin("0.0") @DecimalMax("1.0") double sure,
      @DecimalMin("0.0") @DecimalMax("1.0") double unsure) {}

  /**
   * The HTTP API.
   *
   * @param token that calls must bear; empty only in the demo on the loopback address
   * @param patience how long a call waits for its turn
   */
  public record Http(String token, @NotNull Duration patience) {

    @Override
    public String toString() {
      return "Http[token=" + masked(token) + ", patience=" + patience + "]";
    }
  }

  /**
   * The Telegram bot.
   *
   * @param token of the bot; empty for no Telegram
   * @param mode how updates come: {@code polling} or {@code webhook}
   * @param apiUrl of the Bot API server
   * @param publicUrl where Telegram reaches this application; needed for a webhook
   * @param webhookSecret that Telegram shows with what it brings; needed for a webhook
   * @param speechUrl of a server that writes voice messages down; empty for none
   */
  public record Telegram(
      String token,
      @Pattern(regexp = "polling|webhook") String mode,
      @NotNull URI apiUrl,
      String publicUrl,
      String webhookSecret,
      String speechUrl) {

    /** Whether there is a bot. */
    public boolean isOn() {
      return !token.isBlank();
    }

    TelegramConfig config() {
      boolean webhook = mode.equals("webhook");
      if (webhook && publicUrl.isBlank()) {
        throw new IllegalArgumentException("TELEGRAM_MODE=webhook needs PUBLIC_URL");
      }
      return new TelegramConfig(
          token,
          apiUrl,
          webhook ? URI.create(publicUrl) : null,
          webhook ? webhookSecret : null,
          speechUrl.isBlank() ? null : URI.create(speechUrl));
    }

    @Override
    public String toString() {
      return "Telegram[token=" + masked(token) + ", mode=" + mode + ", apiUrl=" + apiUrl + "]";
    }
  }

  /**
   * The application of WeCom.
   *
   * @param corpId of the company; empty for no WeCom
   * @param agentId of the application
   * @param secret of the application
   * @param token that callbacks are signed with
   * @param aesKey that callbacks are encrypted with
   * @param apiUrl of the API
   */
  public record WeCom(
      String corpId, int agentId, String secret, String token, String aesKey, @NotNull URI apiUrl) {

    WeComConfig config() {
      return new WeComConfig(corpId, agentId, secret, token, aesKey, apiUrl);
    }

    @Override
    public String toString() {
      return "WeCom[corpId=" + corpId + ", agentId=" + agentId + ", apiUrl=" + apiUrl + "]";
    }
  }

  /**
   * Somebody of the company.
   *
   * @param id letters, digits, dots, dashes
   * @param name to show
   * @param role what the person may do
   * @param team id of the team; null for none
   * @param superior id of the superior; null for none
   * @param accounts as {@code <channel>:<account id>}, e.g. {@code telegram:12345}
   */
  public record Colleague(
      @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String id,
      @NotBlank String name,
      Person.@NotNull Role role,
      @Nullable String team,
      @Nullable String superior,
      @Nullable List<@Pattern(regexp = "[a-z]+:\\S+") String> accounts) {

    Person toPerson() {
      List<Person.Account> known =
          accounts == null
              ? List.of()
              : accounts.stream()
                  .map(key -> key.split(":", 2))
                  .map(parts -> new Person.Account(parts[0], parts[1]))
                  .toList();
      return new Person(id, name, role, team, superior, true, known);
    }
  }

  private static String masked(String secret) {
    return secret.isBlank() ? "none" : "****";
  }

  @Override
  public String toString() {
    String store = isEmbedded() ? "embedded in " + dataDir : "****";
    return String.join(
        ", ",
        Arrays.asList(
            "store=" + store,
            "dialogs=" + dialogs,
            http.toString(),
            telegram.toString(),
            wecom.toString()));
  }
}
