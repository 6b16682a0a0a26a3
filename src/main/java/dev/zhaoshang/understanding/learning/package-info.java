/**
 * What is learnt of examples when content loads: the terms of a text, and yes-or-no questions
 * answered by logistic regression over them. The only home of the classifier; it does not know what
 * is asked.
 */
@NullMarked
package dev.zhaoshang.understanding.learning;

import org.jspecify.annotations.NullMarked;
