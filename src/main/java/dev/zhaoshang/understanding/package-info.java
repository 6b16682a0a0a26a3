/**
 * The meaning of a text: fields, objections, intent. Pure functions of text, question and content;
 * no state, no I/O.
 */
@NullMarked
package dev.zhaoshang.understanding;

import org.jspecify.annotations.NullMarked;
