package dev.zhaoshang.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of one turn of a conversation.
 *
 * @param id the inbox entry's id
 * @param rep who spoke
 * @param seq the inbox entry's place in the rep's order
 * @param receivedAt when it was stored in the inbox
 * @param at when it was handled
 * @param kind what came in
 * @param text as typed
 * @param meaning what was understood; null when nothing was to be understood (a button, a sticker)
 * @param before state before
 * @param after state after
 * @param distributor the current distributor after the turn; null when there is none
 * @param content version of the content that was used
 * @param replies what was said
 */
public record TurnRecord(
    String id,
    String rep,
    long seq,
    Instant receivedAt,
    Instant at,
    Update.Kind kind,
    String text,
    @Nullable Meaning meaning,
    String before,
    String after,
    @Nullable String distributor,
    String content,
    List<Reply> replies) {

  public TurnRecord {
    replies = List.copyOf(replies);
  }

  /** The record without what was said. */
  public TurnRecord redacted() {
    return new TurnRecord(
        id,
        rep,
        seq,
        receivedAt,
        at,
        kind,
        "",
        null,
        before,
        after,
        distributor,
        content,
        List.of());
  }
}
