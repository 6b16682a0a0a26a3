/** Reads what is told in one line of prices, debts, competitors and complaints; no conversation. */
@NullMarked
package dev.zhaoshang.understanding.remark;

import org.jspecify.annotations.NullMarked;
