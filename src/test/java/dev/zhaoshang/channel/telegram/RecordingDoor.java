package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.domain.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A front door that keeps updates by id, as the inbox does, and first does what it is told. */
final class RecordingDoor implements FrontDoor {

  private final Map<String, Update> kept = new LinkedHashMap<>();
  private int received;
  private volatile Consumer<Update> before = update -> {};

  /** Runs before each update is kept; what it throws, the caller gets. */
  void before(Consumer<Update> newBefore) {
    this.before = newBefore;
  }

  @Override
  public Receipt receive(Update update) {
    before.accept(update);
    synchronized (this) {
      received++;
      boolean first = kept.putIfAbsent(update.id(), update) == null;
      return new Receipt(update.id(), first, CompletableFuture.completedFuture(List.of()));
    }
  }

  synchronized List<Update> kept() {
    return new ArrayList<>(kept.values());
  }

  List<String> texts() {
    return kept().stream().map(Update::text).toList();
  }

  synchronized int received() {
    return received;
  }
}
