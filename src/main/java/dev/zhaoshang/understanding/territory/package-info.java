/** Reads who works which region until when. Knows no ledger. */
@NullMarked
package dev.zhaoshang.understanding.territory;

import org.jspecify.annotations.NullMarked;
