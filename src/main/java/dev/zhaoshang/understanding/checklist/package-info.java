/**
 * Reads in what words items of a checklist are ticked. Knows no list and no ledger; what may be
 * ticked is told by the caller.
 */
@NullMarked
package dev.zhaoshang.understanding.checklist;

import org.jspecify.annotations.NullMarked;
