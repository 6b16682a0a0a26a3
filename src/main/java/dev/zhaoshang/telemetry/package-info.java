/**
 * What operators watch: figures of turns, deliveries and channels, and what a line of the log looks
 * like. The only home of Micrometer; decides nothing and keeps nothing.
 */
@NullMarked
package dev.zhaoshang.telemetry;

import org.jspecify.annotations.NullMarked;
