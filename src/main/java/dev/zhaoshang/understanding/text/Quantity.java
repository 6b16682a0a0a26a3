package dev.zhaoshang.understanding.text;

import org.jspecify.annotations.Nullable;

/**
 * A number in a text.
 *
 * @param span where it stands, with words such as "some" that belong to it
 * @param value its value; null when the words give only a range ("ten odd", "seven or eight")
 */
public record Quantity(Span span, @Nullable Integer value) {}
