package dev.zhaoshang.understanding.followup;

import dev.zhaoshang.understanding.time.TimeReading;

/**
 * Something to be done, as told.
 *
 * @param what is to be done, as typed, without the words of time and without "remind me"
 * @param promised whether it was promised to somebody
 * @param explicit whether it was asked for ("remind me", "I promised"), and not only told
 * @param times that the text tells
 */
public record ToDo(String what, boolean promised, boolean explicit, TimeReading times) {}
