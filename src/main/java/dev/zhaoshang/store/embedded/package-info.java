/**
 * The store that needs no server: mongo-java-server in this process, on one file, committed before
 * it acknowledges. No port is implemented here; {@code store.mongo} speaks to it as to any server.
 */
@NullMarked
package dev.zhaoshang.store.embedded;

import org.jspecify.annotations.NullMarked;
