package dev.zhaoshang.conversation;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Where turns run.
 *
 * @param instance name of this instance, unlike every other's
 * @param clock the time
 * @param executor its threads run turns; the owner shuts it down
 * @param watch looks on
 */
public record Host(
    String instance, InstantSource clock, ScheduledExecutorService executor, TurnWatch watch) {}
