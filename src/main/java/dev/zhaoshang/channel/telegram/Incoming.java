package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.SentFile;
import dev.zhaoshang.domain.Update;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An update in a private chat, before it is known who the account belongs to.
 *
 * @param id as {@link Update#id()}
 * @param account Telegram's id of the sender
 * @param chat the chat
 * @param content what was sent
 * @param language that the sender's app shows; null when it does not say
 * @param tap the tap on a button, for the courtesies that it is owed; null for others
 * @param raw as received
 */
record Incoming(
    String id,
    String account,
    String chat,
    Content content,
    @Nullable Language language,
    @Nullable Tap tap,
    String raw) {

  /**
   * What was sent.
   *
   * @param kind what it is
   * @param text typed; empty when nothing was
   * @param button data of the tapped button; null for others
   * @param message Telegram's id of the message with its chat's; null when there is none
   * @param about the earlier question that it replies to; null when it replies to none
   * @param file that was sent; null for others
   */
  record Content(
      Update.Kind kind,
      String text,
      @Nullable String button,
      @Nullable String message,
      Update.@Nullable About about,
      @Nullable SentFile file) {

    /** Something that replies to nothing and brings no file. */
    Content(Update.Kind kind, String text, @Nullable String button, @Nullable String message) {
      this(kind, text, button, message, null, null);
    }
  }

  /**
   * A tap on a button.
   *
   * @param id Telegram's, by which it is answered
   * @param message Telegram's id of the message that the button is under; null when it is gone
   * @param keyboard the buttons under that message, row by row; empty when it has none
   */
  record Tap(String id, @Nullable Integer message, List<List<Button>> keyboard) {}

  /** As an update of a rep. */
  Update of(String rep) {
    return new Update(
        id,
        rep,
        TelegramSender.CHANNEL,
        chat,
        content.kind(),
        content.text(),
        content.button(),
        content.message(),
        language,
        raw,
        content.about(),
        content.file());
  }

  /** The same account with another text, and without what was sent: it held a code. */
  Incoming saying(String text) {
    Content said = new Content(Update.Kind.TEXT, text, null, content.message());
    return new Incoming(id, account, chat, said, language, tap, "");
  }

  /** A voice message that nothing writes down. */
  Incoming spoken() {
    Content voice = new Content(Update.Kind.VOICE, "", null, content.message());
    return new Incoming(id, account, chat, voice, language, tap, raw);
  }

  /** The same as something that comes after it. */
  Incoming after() {
    return new Incoming(id + Update.HEARD, account, chat, content, language, null, "");
  }

  /** What a spreadsheet holds that was sent: a text as a table has it, or an empty one. */
  Incoming holding(String text) {
    Content held =
        new Content(Update.Kind.SHEET, text, null, content.message(), null, content.file());
    return new Incoming(id + Update.SHEET, account, chat, held, language, null, "");
  }

  /** The same, when it cannot be handled as what it is. */
  Incoming unreadable() {
    return new Incoming(id, account, chat, UNREADABLE, language, tap, raw);
  }

  /** That something came, where what came cannot be kept. */
  Incoming bare() {
    return new Incoming(id, account, chat, UNREADABLE, language, tap, "");
  }

  static final Content UNREADABLE = new Content(Update.Kind.UNREADABLE, "", null, null);
}
