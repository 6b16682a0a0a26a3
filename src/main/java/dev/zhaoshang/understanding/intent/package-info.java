/** Tells what the rep wants with a text: a command, a correction, a skip, a question. */
@NullMarked
package dev.zhaoshang.understanding.intent;

import org.jspecify.annotations.NullMarked;
