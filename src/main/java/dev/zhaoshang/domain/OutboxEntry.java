package dev.zhaoshang.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reply that is to be delivered.
 *
 * @param id {@code <turn id>#<n>}; its order within the turn is n, from 0
 * @param rep whom it is for
 * @param channel that delivers it
 * @param chat within the channel
 * @param seq place of its turn in the rep's order; the chat's replies go out by seq, then n
 * @param n place within the turn
 * @param priority interactive replies overtake bulk
 * @param notBefore earliest time of delivery
 * @param reply what is said
 * @param message the channel's id of the message that it answers; null when there is none
 * @param tries how often delivery was tried
 * @param sendingSince when a try began whose outcome is not known yet; null when there is none
 * @param sentAt when the channel accepted it; null before
 * @param failure why it will not be tried again; null while it may
 */
public record OutboxEntry(
    String id,
    String rep,
    String channel,
    String chat,
    long seq,
    int n,
    Priority priority,
    Instant notBefore,
    Reply reply,
    @Nullable String message,
    int tries,
    @Nullable Instant sendingSince,
    @Nullable Instant sentAt,
    @Nullable String failure) {

  /** Id of the turn that it belongs to. */
  public String turn() {
    int end = id.lastIndexOf('#');
    return end < 0 ? id : id.substring(0, end);
  }

  /** The entry while it is being tried once more. */
  public OutboxEntry begun(Instant at) {
    return with(tries + 1, at, null);
  }

  /** The entry after a try of which it is known that it did not deliver. */
  public OutboxEntry undelivered() {
    return with(tries, null, null);
  }

  /** The entry that will not be tried again. */
  public OutboxEntry failed(String why) {
    return with(tries, null, why);
  }

  /** The entry with another reply. */
  public OutboxEntry saying(Reply other) {
    return new OutboxEntry(
        id,
        rep,
        channel,
        chat,
        seq,
        n,
        priority,
        notBefore,
        other,
        message,
        tries,
        sendingSince,
        sentAt,
        failure);
  }

  private OutboxEntry with(int newTries, @Nullable Instant since, @Nullable String why) {
    return new OutboxEntry(
        id, rep, channel, chat, seq, n, priority, notBefore, reply, message, newTries, since,
        sentAt, why);
  }

  /** What overtakes what. */
  public enum Priority {
    /** An answer to something that the rep just did. */
    INTERACTIVE,
    /** A reminder or digest. */
    BULK
  }
}
