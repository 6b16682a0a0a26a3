package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.channel.telegram.Incoming.Content;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.SentFile;
import dev.zhaoshang.domain.Update.About;
import dev.zhaoshang.domain.Update.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Contact;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.Video;
import org.telegram.telegrambots.meta.api.objects.location.Location;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/** What a message of Telegram says. Pure. */
final class Contents {

  /** A question offers to be skipped by {@code skip:<distributor>:<asked>:<state>}. */
  private static final String SKIP = "skip";

  private Contents() {}

  /** What a new message says; empty for one that says nothing, as a pin does. */
  static Optional<Content> of(Message message) {
    if (message.getPinnedMessage() != null || message.hasMessageAutoDeleteTimerChanged()) {
      return Optional.empty();
    }
    if (message.hasContact()) {
      return Optional.of(content(Kind.TEXT, message, card(message.getContact()), null));
    }
    if (message.hasLocation()) {
      return Optional.of(content(Kind.LOCATION, message, point(message.getLocation()), null));
    }
    String typed = typed(message);
    @Nullable SentFile file = file(message);
    Kind kind = Kind.OTHER;
    if (message.hasText()) {
      kind = message.getForwardOrigin() == null ? Kind.TEXT : Kind.FORWARD;
    } else if (message.hasVoice() || message.hasVideoNote()) {
      kind = Kind.VOICE;
    } else if (file != null) {
      kind = Kind.FILE;
    }
    return Optional.of(
        content(kind, message, typed, kind == Kind.FILE || kind == Kind.VOICE ? file : null));
  }

  /** An edit; empty for one that changes no words, as each move of a live location does. */
  static Optional<Content> edited(Message message) {
    String text = typed(message);
    return text.isEmpty() ? Optional.empty() : Optional.of(content(Kind.EDIT, message, text, null));
  }

  /** The buttons under a message, row by row. */
  static List<List<Button>> keyboard(@Nullable MaybeInaccessibleMessage under) {
    if (!(under instanceof Message message) || message.getReplyMarkup() == null) {
      return List.of();
    }
    return message.getReplyMarkup().getKeyboard().stream()
        .map(
            row ->
                row.stream()
                    .filter(b -> b.getCallbackData() != null)
                    .map(b -> new Button(b.getText(), b.getCallbackData()))
                    .toList())
        .toList();
  }

  /** Telegram's id of a message with its chat's: alone it is unique within the chat only. */
  static String key(String chat, Integer message) {
    return chat + ":" + message;
  }

  private static Content content(Kind kind, Message message, String text, @Nullable SentFile file) {
    String id = key(String.valueOf(message.getChatId()), message.getMessageId());
    return new Content(kind, Surrogates.replaced(text), null, id, about(message), file);
  }

  /** Which question a message replies to is written in the buttons under the question. */
  private static @Nullable About about(Message message) {
    return keyboard(message.getReplyToMessage()).stream()
        .flatMap(List::stream)
        .map(button -> button.data().split(":", -1))
        .filter(parts -> parts.length == 4 && parts[0].equals(SKIP))
        .map(parts -> new About(parts[1], parts[2]))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable SentFile file(Message message) {
    if (message.hasPhoto()) {
      return message.getPhoto().stream()
          .max(Comparator.comparingInt(size -> size.getWidth() * size.getHeight()))
          .map(Contents::photo)
          .orElse(null);
    }
    if (message.hasDocument()) {
      Document file = message.getDocument();
      return file(file.getFileId(), file.getFileName(), file.getMimeType(), file.getFileSize());
    }
    if (message.hasVideo()) {
      Video file = message.getVideo();
      return file(file.getFileId(), file.getFileName(), file.getMimeType(), file.getFileSize());
    }
    if (message.hasAudio()) {
      var file = message.getAudio();
      return file(file.getFileId(), file.getFileName(), file.getMimeType(), file.getFileSize());
    }
    if (message.hasVoice()) {
      var voice = message.getVoice();
      return file(voice.getFileId(), "", voice.getMimeType(), voice.getFileSize());
    }
    return null;
  }

  private static SentFile photo(PhotoSize size) {
    Integer bytes = size.getFileSize();
    return file(size.getFileId(), "", "image/jpeg", bytes == null ? null : bytes.longValue());
  }

  private static SentFile file(
      String id, @Nullable String name, @Nullable String type, @Nullable Long bytes) {
    return new SentFile(
        id,
        Surrogates.replaced(Objects.requireNonNullElse(name, "")),
        Objects.requireNonNullElse(type, ""),
        bytes == null ? 0 : bytes);
  }

  private static String point(Location location) {
    return String.format(Locale.ROOT, "%.5f,%.5f", location.getLatitude(), location.getLongitude());
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
}
