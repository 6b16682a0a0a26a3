package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.access.Reception;
import dev.zhaoshang.access.Reception.Visitor;
import dev.zhaoshang.channel.telegram.Incoming.Tap;
import dev.zhaoshang.conversation.Buttons;
import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.SentFile;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.outbox.Backoff;
import dev.zhaoshang.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one update through the front door, whatever happens: it waits for a store that is away,
 * and an update that the front door cannot take as it is goes in as unreadable.
 */
final class Receiver {

  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

  /** So often the front door may fail at an update before it goes in as unreadable. */
  private static final int TRIES = 3;

  /** So often it may fail at that as well: then it is no fault of this update's, or nobody's. */
  private static final int TRIES_IN_ALL = 30;

  /** The only commands that are heard in a group. */
  private static final Pattern DIGEST =
      Pattern.compile("/digest(?: +off)?", Pattern.CASE_INSENSITIVE);

  private final Decoder decoder;
  private final Reception reception;
  private final FrontDoor door;
  private final Courtesy courtesy;
  private final Readers readers;
  private final Backoff backoff;
  private final AtomicLong passedOver = new AtomicLong();

  /**
   * With who is let in, and to where.
   *
   * @param readers read voice messages and spreadsheets
   */
  Receiver(
      Decoder decoder,
      Reception reception,
      FrontDoor door,
      Courtesy courtesy,
      Readers readers,
      Backoff backoff) {
    this.decoder = decoder;
    this.reception = reception;
    this.door = door;
    this.courtesy = courtesy;
    this.readers = readers;
    this.backoff = backoff;
  }

  /**
   * Takes an update; never throws.
   *
   * @param pause between tries
   * @return false when it is not kept because the pause says so; then it must not be confirmed
   */
  boolean take(Received received, Pause pause) {
    Optional<Incoming> incoming = decode(received);
    if (incoming.isPresent()) {
      return take(incoming.get(), pause);
    }
    try {
      aside(received);
    } catch (RuntimeException e) {
      LOG.warn("Update {} is passed over: {}", received.id(), e.getClass().getName());
    }
    return true;
  }

  /** What is no message of a rep's. */
  private void aside(Received received) {
    Decoder.tapped(received).ifPresent(courtesy::answerTap);
    Decoder.blocked(received).ifPresent(a -> reception.shutOut(TelegramSender.CHANNEL, a));
    Optional<Incoming> said = decoder.inGroup(received);
    if (said.isPresent() && isForTheGroup(said.get())) {
      return;
    }
    said.map(Incoming::chat)
        .filter(group -> reception.mayAnswerGroup(TelegramSender.CHANNEL, group))
        .ifPresent(courtesy::pointToPrivateChat);
  }

  /** A superior says what the group is told; nothing else is talked of there. */
  private boolean isForTheGroup(Incoming said) {
    if (!DIGEST.matcher(said.content().text().strip()).matches()) {
      return false;
    }
    Optional<Person> leader = reception.leader(TelegramSender.CHANNEL, said.account());
    leader.ifPresent(person -> door.receive(said.of(person.id())));
    return leader.isPresent();
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

  private boolean take(Incoming first, Pause pause) {
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
        if (failures == TRIES_IN_ALL) {
          LOG.error("{} is stepped over and not kept; it stays with no one", incoming.id());
          passedOver.incrementAndGet();
          return true;
        }
        incoming = afterFailures(failures, incoming);
      }
      if (!pause.pause(backoff.after(tries))) {
        return false;
      }
    }
  }

  /** What cannot be taken is kept as received; where even that is the trouble, that it came. */
  private Incoming afterFailures(int failures, Incoming incoming) {
    if (failures < TRIES) {
      return incoming;
    }
    return failures == TRIES ? incoming.unreadable() : incoming.bare();
  }

  /** How many updates could not even be kept as unreadable since the start. */
  long passedOver() {
    return passedOver.get();
  }

  private void handIn(Incoming incoming) {
    Visitor visitor =
        reception.admit(TelegramSender.CHANNEL, incoming.account(), incoming.content().text());
    if (visitor instanceof Visitor.Colleague colleague) {
      receive(incoming, colleague.person());
    } else if (visitor instanceof Visitor.Newcomer newcomer) {
      receive(incoming.saying("/start"), newcomer.person());
    } else if (visitor instanceof Visitor.Stranger stranger && stranger.greet()) {
      courtesy.greetStranger(incoming.chat(), incoming.language());
    }
    if (incoming.tap() != null) {
      courtesy.answerTap(incoming.tap());
    }
  }

  private void receive(Incoming incoming, Person person) {
    boolean spoken = incoming.content().kind() == Update.Kind.VOICE;
    @Nullable SentFile voice = spoken ? incoming.content().file() : null;
    @Nullable Speech speech = readers.speech();
    boolean written = speech != null && voice != null;
    Incoming taken = spoken && !written ? incoming.spoken() : incoming;
    FrontDoor.Receipt receipt = door.receive(taken.of(person.id()));
    reception.seen(person.id(), TelegramSender.CHANNEL, incoming.chat());
    courtesy.typeUntil(incoming.chat(), receipt.replies());
    courtesy.meet(person, incoming.chat());
    Tap tap = incoming.tap();
    if (tap != null) {
      CompletableFuture<Void> unused =
          receipt.replies().thenAccept(replies -> decided(incoming, tap, replies));
    }
    if (incoming.content().kind() == Update.Kind.UNREADABLE) {
      LOG.warn("{} cannot be read; it is kept as received", incoming.id());
    }
    if (speech != null && voice != null) {
      speech.write(voice, text -> heard(incoming, person, text));
    }
    read(incoming, person);
  }

  /** What a spreadsheet says is a turn of its own, too. */
  private void read(Incoming incoming, Person person) {
    @Nullable Sheets sheets = readers.sheets();
    @Nullable SentFile file = incoming.content().file();
    boolean sheet =
        incoming.content().kind() == Update.Kind.FILE
            && file != null
            && file.isSheet()
            && file.fits();
    if (sheet && sheets != null && file != null) {
      sheets.read(file, text -> later(incoming.holding(text), person));
    }
  }

  private void decided(Incoming incoming, Tap tap, List<Reply> replies) {
    if (Buttons.tapped(replies) == Buttons.Tapped.DONE) {
      courtesy.tick(incoming.chat(), tap, incoming.content().button());
    }
  }

  /** What was said is a turn of its own: it comes later than the voice. */
  private void heard(Incoming voice, Person person, Optional<String> text) {
    later(text.map(voice::saying).orElseGet(voice::spoken).after(), person);
  }

  private void later(Incoming said, Person person) {
    later(said, person, 1);
  }

  /** The rep is told by itself when it does not come in time. */
  private void later(Incoming said, Person person, int tries) {
    try {
      door.receive(said.of(person.id()));
    } catch (RuntimeException e) {
      LOG.warn("What {} says waits, try {}: {}", said.id(), tries, e.getClass().getName());
      if (tries < TRIES_IN_ALL) {
        readers.alarm().after(backoff.after(tries), () -> later(said, person, tries + 1));
      }
    }
  }
}
