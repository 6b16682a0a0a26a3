/**
 * Typed text and the words known about it: normal form with offsets, clauses, numbers, regions,
 * patterns. Knows nothing of forms or fields.
 */
@NullMarked
package dev.zhaoshang.understanding.text;

import org.jspecify.annotations.NullMarked;
