package dev.zhaoshang.channel.wecom;

import dev.zhaoshang.access.Reception;
import dev.zhaoshang.access.Reception.Visitor;
import dev.zhaoshang.channel.wecom.Decoder.Incoming;
import dev.zhaoshang.channel.wecom.Envelope.Seal;
import dev.zhaoshang.conversation.Buttons;
import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.outbox.Alarm;
import dev.zhaoshang.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes callbacks. The platform waits 5 s and comes at most three times again, so one that cannot
 * be kept at once is tried until just before that, and only then given back.
 */
final class Callbacks {

  /** The platform waits 5 s. */
  static final Duration PATIENCE = Duration.ofMillis(4500);

  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

  /** So often the front door may fail at a message before it goes in as unreadable. */
  private static final int TRIES = 3;

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Envelope envelope;
  private final Decoder decoder;
  private final Reception reception;
  private final FrontDoor door;
  private final Courtesies courtesies;
  private final Timing timing;

  Callbacks(
      Envelope envelope,
      Decoder decoder,
      Reception reception,
      FrontDoor door,
      Courtesies courtesies,
      Timing timing) {
    this.envelope = envelope;
    this.decoder = decoder;
    this.reception = reception;
    this.door = door;
    this.courtesies = courtesies;
    this.timing = timing;
  }

  /**
   * What is polite but not owed; neither may block.
   *
   * @param greet says a line to a stranger
   * @param settle shows on a card what was chosen
   * @param expire shows on a card that its buttons no longer fit
   */
  record Courtesies(
      Consumer<Incoming> greet, Consumer<Incoming> settle, Consumer<Incoming> expire) {}

  /**
   * What time it takes.
   *
   * @param workers keep what comes in; each may block on the store
   * @param alarm runs what comes later
   */
  record Timing(Executor workers, Alarm alarm) {}

  /** What is answered to WeCom. */
  enum Answer {
    /** It is kept, or none of ours. */
    TAKEN,
    /** It is not from WeCom, not for us, or an old copy. */
    FORBIDDEN,
    /** It could not be kept; WeCom is to bring it again. */
    LATER
  }

  /** What a verification asks to be told; empty when it is not from WeCom. */
  Optional<String> verify(Seal seal, String echo) {
    return envelope.open(seal, echo);
  }

  /** Takes a message; the answer comes when it is kept, at the latest after {@link #PATIENCE}. */
  CompletableFuture<Answer> take(Seal seal, String body) {
    Optional<Map<String, String>> message = envelope.openMessage(seal, body);
    if (message.isEmpty()) {
      return CompletableFuture.completedFuture(Answer.FORBIDDEN);
    }
    Optional<Incoming> incoming = decoder.decode(message.get());
    if (incoming.isEmpty()) {
      return CompletableFuture.completedFuture(Answer.TAKEN);
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    timing.alarm().after(PATIENCE, () -> answer.complete(Answer.LATER));
    attempt(incoming.get(), 0, answer);
    return answer;
  }

  private void attempt(Incoming incoming, int failures, CompletableFuture<Answer> answer) {
    try {
      timing.workers().execute(() -> keep(incoming, failures, answer));
    } catch (RejectedExecutionException e) {
      answer.complete(Answer.LATER);
    }
  }

  private void keep(Incoming incoming, int failures, CompletableFuture<Answer> answer) {
    if (answer.isDone()) {
      return;
    }
    try {
      handIn(incoming);
      answer.complete(Answer.TAKEN);
    } catch (StoreUnavailableException e) {
      LOG.warn("The store is away; {} waits for it", incoming.id());
      timing.alarm().after(PAUSE, () -> attempt(incoming, failures, answer));
    } catch (RuntimeException e) {
      int now = failures + 1;
      LOG.error("The front door failed at {}, failure {}", incoming.id(), now, e);
      timing.alarm().after(PAUSE, () -> attempt(afterFailures(now, incoming), now, answer));
    }
  }

  /**
   * The platform's retries are few, so what cannot be taken is kept as received within one; where
   * even that is the trouble, that it came.
   */
  private static Incoming afterFailures(int failures, Incoming incoming) {
    if (failures < TRIES) {
      return incoming;
    }
    LOG.error("{} is kept as unreadable", incoming.id());
    return failures == TRIES ? incoming.unreadable() : incoming.bare();
  }

  private void handIn(Incoming incoming) {
    Visitor visitor = reception.admit(WeComSender.CHANNEL, incoming.account(), incoming.text());
    if (visitor instanceof Visitor.Colleague colleague) {
      if (incoming.enters() && reception.hasCome(colleague.person().id(), WeComSender.CHANNEL)) {
        // Somebody who knows the way is not greeted each time the chat is opened.
        return;
      }
      receive(incoming, colleague.person());
    } else if (visitor instanceof Visitor.Newcomer newcomer) {
      receive(incoming.saying("/start"), newcomer.person());
    } else if (visitor instanceof Visitor.Stranger stranger && stranger.greet()) {
      courtesies.greet().accept(incoming);
    }
  }

  private void receive(Incoming incoming, Person person) {
    FrontDoor.Receipt receipt = door.receive(incoming.of(person.id()));
    if (receipt.first() && incoming.settled() != null) {
      // Not before the turn is decided: only then is it known whether the tap counts.
      CompletableFuture<Void> unused =
          receipt.replies().thenAccept(replies -> show(incoming, replies));
    }
    reception.seen(person.id(), WeComSender.CHANNEL, incoming.account());
  }

  private void show(Incoming tap, List<Reply> replies) {
    switch (Buttons.tapped(replies)) {
      case DONE -> courtesies.settle().accept(tap);
      case STALE -> courtesies.expire().accept(tap);
      case UNDONE -> {}
    }
  }
}
