/**
 * Reads when somebody works: leave, days of the week, times of day, zones. Pure; its words are in
 * {@code lexicon/rhythm.txt}.
 */
@NullMarked
package dev.zhaoshang.understanding.rhythm;

import org.jspecify.annotations.NullMarked;
