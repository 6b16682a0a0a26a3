package dev.zhaoshang.channel;

import dev.zhaoshang.domain.Update;
import org.jspecify.annotations.Nullable;

/** What a channel makes of what its platform sends. */
@FunctionalInterface
public interface Wire {

  /**
   * The update that comes out of the channel.
   *
   * @param rep whose account sent it
   * @param n number of the message
   * @param text typed; null for a tap
   * @param button data of the tapped button; null for a text
   */
  Update receive(String rep, int n, @Nullable String text, @Nullable String button);
}
