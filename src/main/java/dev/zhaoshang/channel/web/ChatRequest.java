package dev.zhaoshang.channel.web;

import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Update;
import org.jspecify.annotations.Nullable;

/**
 * What a rep typed or tapped, without lone surrogates. Exactly one of text and button is there.
 *
 * @param rep id of the rep
 * @param text as typed, may be empty; null for a tap
 * @param button data of the tapped button; null for a text
 * @param id the caller's own id of the message; null when it gave none
 * @param language that the page shows; null when the caller did not say
 * @param raw the body as received when something in it was replaced; else empty
 */
record ChatRequest(
    String rep,
    @Nullable String text,
    @Nullable String button,
    @Nullable String id,
    @Nullable Language language,
    String raw) {

  /** The channel's name. */
  static final String CHANNEL = "web";

  /** The update that the front door takes. */
  Update toUpdate(String messageId) {
    return new Update(
        CHANNEL + ":" + rep + ":" + messageId,
        rep,
        CHANNEL,
        rep,
        button == null ? Update.Kind.TEXT : Update.Kind.BUTTON,
        text == null ? "" : text,
        button,
        null,
        language,
        raw);
  }
}
