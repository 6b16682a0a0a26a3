package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Update;
import org.jspecify.annotations.Nullable;

/**
 * An update in a private chat, before it is known who the account belongs to.
 *
 * @param id as {@link Update#id()}
 * @param account Telegram's id of the sender
 * @param chat the chat
 * @param content what was sent
 * @param language that the sender's app shows; null when it does not say
 * @param tap Telegram's id of the tap on a button, by which it is answered; null for others
 * @param raw as received
 */
record Incoming(
    String id,
    String account,
    String chat,
    Content content,
    @Nullable Language language,
    @Nullable String tap,
    String raw) {

  /**
   * What was sent.
   *
   * @param kind what it is
   * @param text typed; empty when nothing was
   * @param button data of the tapped button; null for others
   * @param message Telegram's id of the message with its chat's; null when there is none
   */
  record Content(
      Update.Kind kind, String text, @Nullable String button, @Nullable String message) {}

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
        raw);
  }

  /** The same, when it cannot be handled as what it is. */
  Incoming unreadable() {
    return new Incoming(id, account, chat, UNREADABLE, language, tap, raw);
  }

  static final Content UNREADABLE = new Content(Update.Kind.UNREADABLE, "", null, null);
}
