package dev.zhaoshang.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhaoshang.channel.telegram.Incoming.Content;
import dev.zhaoshang.channel.telegram.Incoming.Tap;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Update.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What an update of Telegram is to us. Pure. */
final class Decoder {

  private static final int MAX_DATA_BYTES = 64;

  /** In a group a command may be addressed: /digest@the_bot */
  private static final Pattern ADDRESSED = Pattern.compile("^(/\\w+)@(\\w+)");

  private final String prefix;
  private final Supplier<Optional<String>> name;

  /**
   * For the updates of one bot.
   *
   * @param name of the bot, without {@code @}; empty while it is not known
   */
  Decoder(String botId, Supplier<Optional<String>> name) {
    this.prefix = TelegramSender.CHANNEL + ":" + botId + ":";
    this.name = name;
  }

  /** What it is; empty when it is none of our business: a group, a pin, a kind from the future. */
  Optional<Incoming> decode(Received received) {
    Update update = received.update();
    if (update == null) {
      return unreadable(received);
    }
    if (update.getMessage() != null) {
      Message message = update.getMessage();
      return Contents.of(message).flatMap(content -> incoming(received, message, content));
    }
    if (update.getEditedMessage() != null) {
      Message message = update.getEditedMessage();
      return Contents.edited(message).flatMap(content -> incoming(received, message, content));
    }
    if (update.getCallbackQuery() != null) {
      return tap(received, update.getCallbackQuery());
    }
    return Optional.empty();
  }

  /**
   * The group in which somebody speaks to this bot; empty when nobody does. Commands are spoken to
   * bots, all else is not.
   */
  Optional<String> group(Received received) {
    Update update = received.update();
    Message message = update == null ? null : update.getMessage();
    return Optional.ofNullable(message)
        .filter(m -> m.isGroupMessage() || m.isSuperGroupMessage())
        .filter(m -> m.getFrom() != null && !Boolean.TRUE.equals(m.getFrom().getIsBot()))
        .filter(m -> m.getText() != null && m.getText().startsWith("/") && isForUs(m.getText()))
        .map(m -> m.getChatId().toString());
  }

  /** There may be other bots in a group, whose commands everybody sees. */
  private boolean isForUs(String command) {
    Matcher addressed = ADDRESSED.matcher(command);
    return !addressed.find()
        || name.get().map(ours -> ours.equalsIgnoreCase(addressed.group(2))).orElse(true);
  }

  /** What somebody says to this bot in a group; empty when nobody does. */
  Optional<Incoming> inGroup(Received received) {
    Update update = received.update();
    Message message = update == null ? null : update.getMessage();
    if (message == null || group(received).isEmpty()) {
      return Optional.empty();
    }
    String text = ADDRESSED.matcher(message.getText()).replaceFirst("$1");
    String chat = message.getChatId().toString();
    return Optional.of(
        new Incoming(
            id(received),
            message.getFrom().getId().toString(),
            chat,
            new Content(Kind.TEXT, text, null, Contents.key(chat, message.getMessageId())),
            language(message.getFrom()),
            null,
            raw(received)));
  }

  /** A tap on a button, wherever it was: Telegram shows a clock on it until it is answered. */
  static Optional<Tap> tapped(Received received) {
    String query = received.json().path("callback_query").path("id").asText();
    return query.isEmpty() ? Optional.empty() : Optional.of(new Tap(query, null, List.of()));
  }

  /** The account whose owner has just blocked the bot; empty for every other update. */
  static Optional<String> blocked(Received received) {
    Update update = received.update();
    ChatMemberUpdated change = update == null ? null : update.getMyChatMember();
    return Optional.ofNullable(change)
        .filter(c -> c.getChat() != null && Boolean.TRUE.equals(c.getChat().isUserChat()))
        .filter(c -> c.getNewChatMember() != null)
        .filter(c -> "kicked".equals(c.getNewChatMember().getStatus()))
        .map(c -> c.getChat().getId().toString());
  }

  /** Whose it is can often be told when the rest cannot. */
  Optional<Incoming> unreadable(Received received) {
    for (JsonNode body : received.json()) {
      JsonNode from = body.path("from").path("id");
      JsonNode chat =
          Stream.of(body.path("chat"), body.path("message").path("chat"))
              .map(c -> c.path("id"))
              .filter(id -> !id.isMissingNode())
              .findFirst()
              .orElse(from);
      // The id of a private chat is that of the account.
      if (from.canConvertToLong() && from.equals(chat)) {
        String id = from.asText();
        return Optional.of(
            new Incoming(id(received), id, id, Incoming.UNREADABLE, null, null, raw(received)));
      }
    }
    return Optional.empty();
  }

  private Optional<Incoming> incoming(Received received, Message message, Content content) {
    User from = message.getFrom();
    if (from == null || Boolean.TRUE.equals(from.getIsBot()) || !message.isUserMessage()) {
      return Optional.empty();
    }
    return Optional.of(
        new Incoming(
            id(received),
            from.getId().toString(),
            message.getChatId().toString(),
            content,
            language(from),
            null,
            raw(received)));
  }

  private Optional<Incoming> tap(Received received, CallbackQuery query) {
    String data = query.getData();
    String account = query.getFrom().getId().toString();
    MaybeInaccessibleMessage under = query.getMessage();
    String chat = under == null ? account : under.getChatId().toString();
    if (data == null
        || data.getBytes(StandardCharsets.UTF_8).length > MAX_DATA_BYTES
        || !chat.equals(account)) {
      return Optional.empty();
    }
    Integer number = under == null ? null : under.getMessageId();
    String message = number == null ? null : Contents.key(chat, number);
    return Optional.of(
        new Incoming(
            id(received),
            account,
            chat,
            new Content(Kind.BUTTON, "", Surrogates.replaced(data), message),
            language(query.getFrom()),
            new Tap(query.getId(), number, Contents.keyboard(under)),
            raw(received)));
  }

  private static @Nullable Language language(User user) {
    String code = user.getLanguageCode();
    if (code == null || code.isBlank()) {
      return null;
    }
    return code.toLowerCase(Locale.ROOT).startsWith("zh") ? Language.ZH : Language.EN;
  }

  private String id(Received received) {
    return prefix + received.id();
  }

  private static String raw(Received received) {
    return Surrogates.escaped(received.json().toString());
  }
}
