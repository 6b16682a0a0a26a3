package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Update;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where every channel hands in what it received. */
public interface FrontDoor {

  /**
   * Keeps the update durably, then has its turn run; returns as soon as it is kept. A channel
   * acknowledges to its platform only after this returned.
   *
   * @throws dev.zhaoshang.store.StoreUnavailableException when it could not be kept
   */
  Receipt receive(Update update);

  /**
   * What became of an update.
   *
   * @param id of its turn
   * @param first false when the same update had been received before
   * @param replies of its turn, once it is committed; the same for a repeated update
   */
  record Receipt(String id, boolean first, CompletableFuture<List<Reply>> replies) {}
}
