/**
 * The store that needs no server: mongo-java-server in this process, on a file and a journal,
 * written before it acknowledges. No port is implemented here; {@code store.mongo} speaks to it as
 * to any server.
 */
@NullMarked
package dev.zhaoshang.store.embedded;

import org.jspecify.annotations.NullMarked;
