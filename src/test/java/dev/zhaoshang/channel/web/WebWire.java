package dev.zhaoshang.channel.web;

import dev.zhaoshang.channel.Wire;
import dev.zhaoshang.domain.Update;
import org.jspecify.annotations.Nullable;

/** The chat page's way in. */
public final class WebWire implements Wire {

  @Override
  public Update receive(String rep, int n, @Nullable String text, @Nullable String button) {
    return new ChatRequest(rep, text, button, null, null, "").toUpdate("m" + n);
  }
}
