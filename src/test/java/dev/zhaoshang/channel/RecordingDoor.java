package dev.zhaoshang.channel;

import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A front door that keeps updates by id, as the inbox does, and first does what it is told. */
public final class RecordingDoor implements FrontDoor {

  private final Map<String, Update> kept = new LinkedHashMap<>();
  private int received;
  private volatile Consumer<Update> before = update -> {};
  private volatile CompletableFuture<List<Reply>> replies =
      CompletableFuture.completedFuture(List.of());

  /** Runs before each update is kept; what it throws, the caller gets. */
  public void before(Consumer<Update> newBefore) {
    this.before = newBefore;
  }

  @Override
  public Receipt receive(Update update) {
    before.accept(update);
    synchronized (this) {
      received++;
      boolean first = kept.putIfAbsent(update.id(), update) == null;
      return new Receipt(update.id(), first, replies);
    }
  }

  /** What every update is answered from now on, once that is decided. */
  public void answer(CompletableFuture<List<Reply>> newReplies) {
    this.replies = newReplies;
  }

  /** What was kept. */
  public synchronized List<Update> kept() {
    return new ArrayList<>(kept.values());
  }

  /** Their texts. */
  public List<String> texts() {
    return kept().stream().map(Update::text).toList();
  }

  /** How often something came. */
  public synchronized int received() {
    return received;
  }
}
