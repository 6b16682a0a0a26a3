/**
 * Reads dates, times, lengths and ranges in Chinese and English, given what time it is where. Pure;
 * its words are in {@code lexicon/times.txt}.
 *
 * <p>Own code, because no library fits. natty (io.github.natty-parser) is kept, but reads English
 * only and returns a {@code java.util.Date} for everything: 30 February becomes 2 March, and what
 * it did not read is the present hour. Time-NLP and its forks for Chinese have had no release in
 * years, Duckling is a Haskell service, HawkingTimeParser is not on Maven Central. None says that a
 * date is impossible, and two libraries would read the two languages by two sets of rules.
 *
 * <p>What is ambiguous is read by these rules, in both languages, and always said back with weekday
 * and date before it counts:
 *
 * <ul>
 *   <li>Weeks begin on Monday. "This Tuesday" is that of this week, "next Tuesday" that of the next
 *       one. A bare weekday is the next to come, today included; told of the past ({@link
 *       dev.zhaoshang.understanding.time.Facing#BACK}), the last one.
 *   <li>A month and day without a year is the next one; within a month after it, it is taken for a
 *       slip ({@link dev.zhaoshang.understanding.time.TimeProblem#PAST}). A bare day of the month
 *       is this month's or, once past, the next month's.
 *   <li>1 to 6 o'clock without more is in the afternoon, 7 to 11 in the morning, 12 noon. A bare
 *       time that has passed today is tonight's where that fits (8 o'clock said at ten), else
 *       tomorrow's.
 *   <li>"By Friday" lasts to the end of Friday. Before a week or a month is the day before it; by
 *       or within a week, its Friday; by a month, its last day.
 *   <li>12/5 is 5 December.
 *   <li>A local time that a change to daylight saving leaves out is moved on by an hour; one that
 *       occurs twice is the first.
 * </ul>
 */
@NullMarked
package dev.zhaoshang.understanding.time;

import org.jspecify.annotations.NullMarked;
