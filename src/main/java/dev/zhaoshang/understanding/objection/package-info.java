/**
 * Which objections a text raises, learnt from the examples of dialogs/ each time they load. The
 * only home of the encoders; no fields, no commands, no conversation.
 */
@NullMarked
package dev.zhaoshang.understanding.objection;

import org.jspecify.annotations.NullMarked;
