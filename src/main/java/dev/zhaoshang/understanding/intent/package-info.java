/** Tells what the rep wants with a text: a command, a correction, a question, small talk. */
@NullMarked
package dev.zhaoshang.understanding.intent;

import org.jspecify.annotations.NullMarked;
