package dev.zhaoshang.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhaoshang.channel.telegram.Incoming.Content;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Update.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Contact;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What an update of Telegram is to us. Pure. */
final class Decoder {

  private static final int MAX_DATA_BYTES = 64;

  private final String prefix;

  /** For the updates of one bot. */
  Decoder(String botId) {
    this.prefix = TelegramSender.CHANNEL + ":" + botId + ":";
  }

  /** What it is; empty when it is none of our business: a group, a pin, a kind from the future. */
  Optional<Incoming> decode(Received received) {
    Update update = received.update();
    if (update == null) {
      return unreadable(received);
    }
    if (update.getMessage() != null) {
      Message message = update.getMessage();
      return content(message).flatMap(content -> incoming(received, message, content));
    }
    if (update.getEditedMessage() != null) {
      Message message = update.getEditedMessage();
      return edit(message).flatMap(content -> incoming(received, message, content));
    }
    if (update.getCallbackQuery() != null) {
      return tap(received, update.getCallbackQuery());
    }
    return Optional.empty();
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
    String chat = query.getMessage() == null ? account : query.getMessage().getChatId().toString();
    if (data == null
        || data.getBytes(StandardCharsets.UTF_8).length > MAX_DATA_BYTES
        || !chat.equals(account)) {
      return Optional.empty();
    }
    String message =
        query.getMessage() == null ? null : key(chat, query.getMessage().getMessageId());
    return Optional.of(
        new Incoming(
            id(received),
            account,
            chat,
            new Content(Kind.BUTTON, "", Surrogates.replaced(data), message),
            language(query.getFrom()),
            query.getId(),
            raw(received)));
  }

  private static Optional<Content> content(Message message) {
    if (message.getPinnedMessage() != null || message.hasMessageAutoDeleteTimerChanged()) {
      return Optional.empty();
    }
    if (message.hasContact()) {
      return Optional.of(content(Kind.TEXT, message, card(message.getContact())));
    }
    Kind kind = Kind.OTHER;
    if (message.hasText()) {
      kind = Kind.TEXT;
    } else if (message.hasVoice() || message.hasVideoNote()) {
      kind = Kind.VOICE;
    } else if (isFile(message)) {
      kind = Kind.FILE;
    }
    return Optional.of(content(kind, message, typed(message)));
  }

  /** An edit; empty for one that changes no words, as each move of a live location does. */
  private static Optional<Content> edit(Message message) {
    String text = typed(message);
    return text.isEmpty() ? Optional.empty() : Optional.of(content(Kind.EDIT, message, text));
  }

  private static Content content(Kind kind, Message message, String text) {
    String id = key(String.valueOf(message.getChatId()), message.getMessageId());
    return new Content(kind, Surrogates.replaced(text), null, id);
  }

  private static boolean isFile(Message message) {
    return message.hasPhoto()
        || message.hasDocument()
        || message.hasVideo()
        || message.hasAudio()
        || message.hasAnimation();
  }

  private static String typed(Message message) {
    return Objects.requireNonNullElse(
        message.getText(), Objects.requireNonNullElse(message.getCaption(), ""));
  }

  /** A contact as a rep would type it: the name, a space, the phone number. */
  private static String card(Contact contact) {
    String first = Objects.requireNonNullElse(contact.getFirstName(), "");
    String last = Objects.requireNonNullElse(contact.getLastName(), "");
    boolean familyNameFirst =
        last.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    String name = familyNameFirst ? last + first : first + " " + last;
    return Stream.of(name.strip(), Objects.requireNonNullElse(contact.getPhoneNumber(), ""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static @Nullable Language language(User user) {
    String code = user.getLanguageCode();
    if (code == null || code.isBlank()) {
      return null;
    }
    return code.toLowerCase(Locale.ROOT).startsWith("zh") ? Language.ZH : Language.EN;
  }

  private static String key(String chat, Integer message) {
    return chat + ":" + message;
  }

  private String id(Received received) {
    return prefix + received.id();
  }

  private static String raw(Received received) {
    return Surrogates.escaped(received.json().toString());
  }
}
