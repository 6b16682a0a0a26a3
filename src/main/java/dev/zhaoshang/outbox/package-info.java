/**
 * Delivers what waits in the store through the sender of its channel: order per chat, retries,
 * platform limits. Decides nothing about what is said.
 */
@NullMarked
package dev.zhaoshang.outbox;

import org.jspecify.annotations.NullMarked;
