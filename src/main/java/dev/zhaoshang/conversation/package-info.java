/**
 * The front door and the turns: one flow per feature decides what happens with what was understood.
 * No transport, no database driver.
 */
@NullMarked
package dev.zhaoshang.conversation;

import org.jspecify.annotations.NullMarked;
