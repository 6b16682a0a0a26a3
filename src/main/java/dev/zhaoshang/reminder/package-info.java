/**
 * Has what falls due become a turn: one update an entry and planned time, however many instances
 * look. What is then said, and whether, is decided in the turn.
 */
@NullMarked
package dev.zhaoshang.reminder;

import org.jspecify.annotations.NullMarked;
