/**
 * What a line does after a question, learnt from dialogs/acts.yml each time it loads; no fields, no
 * objections.
 */
@NullMarked
package dev.zhaoshang.understanding.act;

import org.jspecify.annotations.NullMarked;
