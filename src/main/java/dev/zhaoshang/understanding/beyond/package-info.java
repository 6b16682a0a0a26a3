/** Objections beyond the eight that the scorer knows. Pure functions of text and content. */
@NullMarked
package dev.zhaoshang.understanding.beyond;

import org.jspecify.annotations.NullMarked;
