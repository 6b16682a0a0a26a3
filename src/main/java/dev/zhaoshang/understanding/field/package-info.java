/** Finds the fields that a text states. Nothing here decides what the rep wants. */
@NullMarked
package dev.zhaoshang.understanding.field;

import org.jspecify.annotations.NullMarked;
