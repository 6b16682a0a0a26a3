package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.access.Directory;
import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.store.StoreUnavailableException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one update through the front door, whatever happens: it waits for a store that is away,
 * and an update that the front door cannot take as it is goes in as unreadable.
 */
final class Receiver {

  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

  /** So often the front door may fail at one update before the others get their turn. */
  private static final int TRIES = 3;

  private final Decoder decoder;
  private final Directory directory;
  private final FrontDoor door;
  private final Courtesy courtesy;
  private final Backoff backoff;
  private final Pause pause;

  Receiver(
      Decoder decoder,
      Directory directory,
      FrontDoor door,
      Courtesy courtesy,
      Backoff backoff,
      Pause pause) {
    this.decoder = decoder;
    this.directory = directory;
    this.door = door;
    this.courtesy = courtesy;
    this.backoff = backoff;
    this.pause = pause;
  }

  /**
   * Takes an update; never throws.
   *
   * @return false when it is not kept because polling is to end; then it must not be confirmed
   */
  boolean take(Received received) {
    Optional<Incoming> incoming = decode(received);
    if (incoming.isEmpty()) {
      LOG.debug("Update {} is none of ours", received.id());
      return true;
    }
    return take(incoming.get());
  }

  private Optional<Incoming> decode(Received received) {
    try {
      return decoder.decode(received);
    } catch (RuntimeException e) {
      // Not with the exception: it may show what the rep wrote.
      LOG.error("Update {} cannot be decoded: {}", received.id(), e.getClass().getName());
      return decoder.unreadable(received);
    }
  }

  private boolean take(Incoming first) {
    Incoming incoming = first;
    int failures = 0;
    for (int tries = 1; ; tries++) {
      try {
        handIn(incoming);
        return true;
      } catch (StoreUnavailableException e) {
        LOG.warn("The store is away; {} waits for it", incoming.id());
      } catch (RuntimeException e) {
        failures++;
        LOG.error("The front door failed at {}, failure {}", incoming.id(), failures, e);
        if (failures > TRIES) {
          LOG.error("{} is stepped over", incoming.id());
          return true;
        }
        if (failures == TRIES) {
          incoming = incoming.unreadable();
        }
      }
      if (!pause.pause(backoff.after(tries))) {
        return false;
      }
    }
  }

  private void handIn(Incoming incoming) {
    Optional<Person> person = directory.byAccount(TelegramSender.CHANNEL, incoming.account());
    if (person.isPresent()) {
      door.receive(incoming.of(person.get().id()));
      if (incoming.content().kind() == Update.Kind.UNREADABLE) {
        LOG.warn("{} cannot be read; it is kept as received", incoming.id());
      }
    } else if (directory.greetStranger(TelegramSender.CHANNEL, incoming.account())) {
      courtesy.greetStranger(incoming.chat(), incoming.language());
    }
    if (incoming.tap() != null) {
      courtesy.answerTap(incoming.tap());
    }
  }
}
