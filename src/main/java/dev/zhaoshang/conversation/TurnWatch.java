package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.TurnRecord;
import java.util.function.Supplier;

/** Looks on as turns run. Safe for several threads; must not fail, and costs microseconds. */
public interface TurnWatch {

  /** Parts of a turn, in their order. */
  enum Stage {
    /** The update is kept in the inbox, before the channel acknowledges it. */
    ACCEPT,
    /** The rep's next entry is taken, once the turn before is over. */
    NEXT,
    /** The text's meaning is found. */
    UNDERSTAND,
    /** What else the turn is decided from is loaded. */
    READ,
    /** The turn is decided. */
    ADVANCE,
    /** Its outcome is written. */
    COMMIT,
    /** What it left is applied, and its replies move to the outbox. */
    APPLY
  }

  /** Does a part of a turn, and notes how long it took, also when it throws. */
  <T> T time(Stage stage, Supplier<T> work);

  /** The same, of a part that has no result. */
  default void time(Stage stage, Runnable work) {
    time(
        stage,
        () -> {
          work.run();
          return stage;
        });
  }

  /** A turn was committed and applied. */
  void ended(TurnRecord turn);

  /** Nobody looks on. */
  TurnWatch NOBODY =
      new TurnWatch() {
        @Override
        public <T> T time(Stage stage, Supplier<T> work) {
          return work.get();
        }

        @Override
        public void ended(TurnRecord turn) {}
      };
}
