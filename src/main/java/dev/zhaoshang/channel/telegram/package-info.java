/** Telegram by long polling: updates in, replies out. The only home of telegrambots. */
@NullMarked
package dev.zhaoshang.channel.telegram;

import org.jspecify.annotations.NullMarked;
