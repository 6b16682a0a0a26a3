package dev.zhaoshang.understanding.intent;

import dev.zhaoshang.domain.Command;
import org.jspecify.annotations.Nullable;

/**
 * A command that a rep gives.
 *
 * @param command what to do
 * @param argument as typed; null when there is none
 */
public record Order(Command command, @Nullable String argument) {}
