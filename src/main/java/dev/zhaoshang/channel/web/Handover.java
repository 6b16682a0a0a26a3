package dev.zhaoshang.channel.web;

import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.outbox.Mailbox;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands each reply to the rep's client once: with the answer to its message, or else when the
 * client asks for what came later.
 */
@Component
class Handover {

  private static final int AT_ONCE = 100;

  private final Mailbox mailbox;
  private final Set<String> awaited = ConcurrentHashMap.newKeySet();

  Handover(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** A call begins to wait for a turn, whose replies are not for anybody else meanwhile. */
  void awaits(String turn) {
    awaited.add(turn);
  }

  /** The call goes without the replies; they may be asked for later. */
  void givesUp(String turn) {
    awaited.remove(turn);
  }

  /** The call goes with the replies. */
  void takes(String turn, int replies) {
    mailbox.handedOver(IntStream.range(0, replies).mapToObj(n -> turn + "#" + n).toList());
    awaited.remove(turn);
  }

  /** What came later than the cursor; without one, what nobody asked for yet. */
  Mailbox.Page later(String rep, Mailbox.@Nullable Cursor after) {
    return mailbox.take(rep, after, AT_ONCE, this::isAwaited);
  }

  private boolean isAwaited(OutboxEntry entry) {
    return awaited.contains(entry.id().substring(0, entry.id().lastIndexOf('#')));
  }
}
