/** Figures of a profit in a text. Pure functions of the text. */
@NullMarked
package dev.zhaoshang.understanding.profit;

import org.jspecify.annotations.NullMarked;
