/**
 * WeCom (a self-built application): callbacks in, replies out by the message API. The only home of
 * WxJava, which does the encryption, the tokens and the calls; its router is not used, because it
 * forgets what a handler fails at.
 */
@NullMarked
package dev.zhaoshang.channel.wecom;

import org.jspecify.annotations.NullMarked;
