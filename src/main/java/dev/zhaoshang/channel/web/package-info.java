/**
 * The chat page and the HTTP API. Turns requests into updates and replies into JSON; decides
 * nothing.
 */
@NullMarked
package dev.zhaoshang.channel.web;

import org.jspecify.annotations.NullMarked;
