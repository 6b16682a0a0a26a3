/**
 * The records and rules of the trade: rep, session, turn, reply, distributor, fact. No library but
 * the JDK, no I/O, no clock.
 */
@NullMarked
package dev.zhaoshang.domain;

import org.jspecify.annotations.NullMarked;
