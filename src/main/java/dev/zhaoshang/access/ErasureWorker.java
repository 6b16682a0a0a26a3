package dev.zhaoshang.access;

import dev.zhaoshang.domain.ErasureOrder;
import dev.zhaoshang.store.StoreUnavailableException;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does in the background what erasures ask for, step by step. Where it stands is written down after
 * each step, so that whoever comes next goes on there; a step that is done twice changes nothing.
 */
public final class ErasureWorker {

  private static final Logger LOG = LoggerFactory.getLogger(ErasureWorker.class);

  /** So many steps of one erasure are done in a row; turns and others are to have their share. */
  private static final int STEPS = 20;

  private final ErasureOrders orders;
  private final Erasure erasure;
  private final InstantSource clock;
  private final String instance;

  /**
   * Does nothing yet.
   *
   * @param instance which of several this is
   */
  public ErasureWorker(
      ErasureOrders orders, Erasure erasure, InstantSource clock, String instance) {
    this.orders = orders;
    this.erasure = erasure;
    this.clock = clock;
    this.instance = instance;
  }

  /**
   * Does some steps of each that is open. One that fails stays open and keeps none of the others.
   *
   * @throws StoreUnavailableException when the store cannot be reached; what is open stays open
   */
  public void sweep() {
    for (ErasureOrder order : orders.open()) {
      try {
        hold(order).ifPresent(this::work);
      } catch (StoreUnavailableException e) {
        throw e;
      } catch (RuntimeException e) {
        // Not its message: it may show what is erased.
        LOG.warn("The erasure of {} waits: {}", order.id(), e.getClass().getName());
      }
    }
  }

  private void work(ErasureOrder held) {
    Optional<ErasureOrder> next = begun(held);
    for (int i = 0; i < STEPS && next.isPresent(); i++) {
      ErasureOrder order = next.get();
      Optional<ErasureOrder> further = erasure.step(order);
      if (further.isEmpty()) {
        erasure.end(order);
        orders.done(order, clock.instant());
        LOG.info("An erasure is done");
        return;
      }
      next = hold(further.get());
    }
  }

  private Optional<ErasureOrder> begun(ErasureOrder order) {
    if (order.collection() != null) {
      return Optional.of(order);
    }
    Optional<ErasureOrder> prepared =
        order.distributors().isEmpty() ? orders.keep(erasure.prepare(order)) : Optional.of(order);
    prepared.ifPresent(erasure::begin);
    return prepared;
  }

  private Optional<ErasureOrder> hold(ErasureOrder order) {
    return orders.keep(order.heldBy(instance, clock.instant()));
  }
}
