/** Commands for the terminal: lint, evaluate, talk. No web server, channel or database. */
@NullMarked
package dev.zhaoshang.command;

import org.jspecify.annotations.NullMarked;
