/** Reads where a rep goes and when; no plan is kept here. */
@NullMarked
package dev.zhaoshang.understanding.trip;

import org.jspecify.annotations.NullMarked;
