package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.outbox.Sender.Result;
import dev.zhaoshang.store.Deliveries;
import dev.zhaoshang.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try at a delivery: claims it in the store, sends it, and takes down what became of it. What
 * was sent while the store could not be reached is not sent again, only taken down later.
 */
final class Attempt {

  /** After so long an entry is given up; it stays in the store with its failure. */
  static final Duration PATIENCE = Duration.ofHours(24);

  /** So long another instance is given to send what stands before. */
  private static final Duration ELSEWHERE = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  private final Deliveries deliveries;
  private final Backoff backoff;
  private final InstantSource clock;
  private final Counts counts;
  private final Succession succession;
  private final SharedLimit shared;

  Attempt(Deliveries deliveries, Backoff backoff, InstantSource clock, Counts counts) {
    this.deliveries = deliveries;
    this.backoff = backoff;
    this.clock = clock;
    this.counts = counts;
    this.succession = new Succession(deliveries);
    this.shared = new SharedLimit(deliveries);
  }

  /** What is to be done with an entry now. */
  sealed interface Next {

    /** The entry, as it was handed in. */
    OutboxEntry entry();

    /** Nothing any more. */
    record Done(OutboxEntry entry) implements Next {}

    /** Another go, not before {@code at}. */
    record Later(OutboxEntry entry, Item item, Instant at) implements Next {}
  }

  /** Tries an item; says for each of its entries what is next. */
  List<Next> run(Item item, Sender sender) {
    Result known = item.result();
    if (known != null) {
      return record(List.of(item.entry()), known);
    }
    Instant now = clock.instant();
    List<Next> nexts = new ArrayList<>();
    List<OutboxEntry> begun = new ArrayList<>();
    Next.@Nullable Later held = null;
    for (OutboxEntry entry : item.entries()) {
      if (held != null) {
        // nothing overtakes what has to wait
        nexts.add(later(entry, held.at()));
        continue;
      }
      Optional<Next> next = claim(entry, begun, now, () -> awaited(item, sender, now));
      next.ifPresentOrElse(nexts::add, () -> begun.add(entry.begun(now)));
      held = next.orElse(null) instanceof Next.Later later ? later : null;
    }
    if (held != null && item.inDoubt()) {
      // all of it may have been accepted: a part alone would come again behind the rest
      Instant at = held.at();
      begun.forEach(entry -> nexts.add(later(entry, at)));
    } else if (!begun.isEmpty()) {
      if (item.inDoubt()) {
        begun.forEach(this::count);
      }
      Result result = send(Joining.joined(begun), sender);
      nexts.addAll(record(begun, item.inDoubt() ? doubted(result) : result));
    }
    return nexts;
  }

  private static Next later(OutboxEntry entry, Instant at) {
    return new Next.Later(entry, new Item(entry, null), at);
  }

  /** Until when what all instances have sent to the chat leaves no room; empty when it does. */
  private Optional<Instant> awaited(Item item, Sender sender, Instant now) {
    return sender.dropsSurplus()
        ? shared.take(
            Chat.of(item.entry()),
            sender.messages(Joining.joined(item.entries())),
            sender.limits().chat(),
            now)
        : Optional.empty();
  }

  /**
   * Begins a try; what is next when that is not to be.
   *
   * @param together what was begun to go with it in one message
   * @param room takes room for all of that message, once its first entry need not wait; else says
   *     when to try again
   */
  private Optional<Next> claim(
      OutboxEntry entry,
      List<OutboxEntry> together,
      Instant now,
      Supplier<Optional<Instant>> room) {
    try {
      if (succession.mustWait(entry, together, now)) {
        return Optional.of(later(entry, now.plus(ELSEWHERE)));
      }
      Optional<Instant> full = together.isEmpty() ? room.get() : Optional.empty();
      if (full.isPresent()) {
        return Optional.of(later(entry, full.get()));
      }
      if (!deliveries.claim(entry.id(), entry.tries(), now)) {
        return Optional.of(taken(entry, now));
      }
    } catch (StoreUnavailableException e) {
      return Optional.of(later(entry, now.plus(backoff.after(1))));
    }
    return Optional.empty();
  }

  private void count(OutboxEntry again) {
    counts.ambiguous.increment();
    LOG.warn("Sending {} again: whether a try before delivered it is unknown", again.id());
  }

  private static Result send(OutboxEntry entry, Sender sender) {
    try {
      return sender.send(entry);
    } catch (RuntimeException e) {
      LOG.error("The sender of {} broke its promise not to throw", entry.channel(), e);
      return new Result.TryAgain(Duration.ZERO, "the sender threw " + e.getClass().getName());
    }
  }

  /** Somebody else sent it or is trying: then it is looked at again when that must be over. */
  private Next taken(OutboxEntry entry, Instant now) {
    return deliveries
        .find(entry.id())
        .filter(stored -> stored.sentAt() == null && stored.failure() == null)
        .<Next>map(
            stored -> {
              Instant since = stored.sendingSince();
              return new Next.Later(
                  entry,
                  new Item(stored, null),
                  (since == null ? now : since).plus(Lane.MAY_BE_SENDING));
            })
        .orElseGet(() -> new Next.Done(entry));
  }

  /** What is in doubt stays so, though this try did not deliver: one before may have. */
  private static Result doubted(Result result) {
    return result instanceof Result.TryAgain again
        ? new Result.TryAgain(again.after(), again.why(), true)
        : result;
  }

  /** Takes down what became of what went in one message. */
  private List<Next> record(List<OutboxEntry> entries, Result result) {
    if (result instanceof Result.Sent) {
      return sent(entries, result);
    }
    return entries.stream().map(entry -> notSent(entry, result)).toList();
  }

  /** In one write: no part of a message is in doubt when what follows it there is not. */
  private List<Next> sent(List<OutboxEntry> entries, Result result) {
    Instant now = clock.instant();
    try {
      deliveries.markSent(entries.stream().map(OutboxEntry::id).toList(), now);
    } catch (StoreUnavailableException e) {
      return entries.stream().map(entry -> unrecorded(entry, result, now)).toList();
    }
    counts.sent.add(entries.size());
    entries.forEach(succession::sent);
    return entries.stream().<Next>map(Next.Done::new).toList();
  }

  private Next notSent(OutboxEntry entry, Result result) {
    Instant now = clock.instant();
    try {
      return result instanceof Result.TryAgain again
          ? again(entry, again, now)
          : failed(entry, ((Result.Failed) result).why());
    } catch (StoreUnavailableException e) {
      return unrecorded(entry, result, now);
    }
  }

  private Next unrecorded(OutboxEntry entry, Result result, Instant now) {
    return new Next.Later(entry, new Item(entry, result), now.plus(backoff.after(1)));
  }

  private Next again(OutboxEntry entry, Result.TryAgain again, Instant now) {
    Duration wait = backoff.after(entry.tries());
    Instant at = now.plus(wait.compareTo(again.after()) > 0 ? wait : again.after());
    if (at.isAfter(entry.notBefore().plus(PATIENCE))) {
      return failed(entry, "given up after " + entry.tries() + " tries: " + again.why());
    }
    LOG.info("{} is tried again at {}: {}", entry.id(), at, again.why());
    OutboxEntry next = entry;
    if (!again.unknown()) {
      next = entry.undelivered();
      deliveries.update(next);
    }
    counts.again.increment();
    return new Next.Later(entry, new Item(next, null), at);
  }

  private Next failed(OutboxEntry entry, String why) {
    LOG.warn("{} cannot be delivered and is kept: {}", entry.id(), why);
    deliveries.update(entry.failed(why));
    counts.failed.increment();
    return new Next.Done(entry);
  }
}
