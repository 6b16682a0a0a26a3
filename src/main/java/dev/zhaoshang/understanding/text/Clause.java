package dev.zhaoshang.understanding.text;

/**
 * A stretch of text that says one thing.
 *
 * @param span where it stands in the normal form
 * @param plain its normal form
 */
public record Clause(Span span, String plain) {}
