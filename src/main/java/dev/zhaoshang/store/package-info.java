/**
 * Ports that keep domain things, and their MongoDB implementation. The only home of com.mongodb and
 * of the embedded server; no rule of the conversation.
 */
@NullMarked
package dev.zhaoshang.store;

import org.jspecify.annotations.NullMarked;
