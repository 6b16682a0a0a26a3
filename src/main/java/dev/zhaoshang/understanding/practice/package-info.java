/**
 * Judges what a rep answers to an objection in practice. Pure functions of the answer and the
 * content.
 */
@NullMarked
package dev.zhaoshang.understanding.practice;

import org.jspecify.annotations.NullMarked;
