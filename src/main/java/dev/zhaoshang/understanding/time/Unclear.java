package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.text.Span;

/**
 * Words of time that tell no time.
 *
 * @param span where they stand in the normal form
 * @param problem what is wrong with them
 */
public record Unclear(Span span, TimeProblem problem) {}
