/**
 * Drives the application through faults and checks from outside that nothing was lost or done
 * twice. Knows the application by its command, its channel's protocol and its documents only.
 */
@NullMarked
package dev.zhaoshang.faults;

import org.jspecify.annotations.NullMarked;
