/**
 * What is asked and said, read from dialogs/ as immutable records: loads, lints, reloads. The only
 * home of SnakeYAML; no state of a conversation.
 */
@NullMarked
package dev.zhaoshang.content;

import org.jspecify.annotations.NullMarked;
