/**
 * Tells what a rep has to do or has promised from what a distributor says and from answers. Pure;
 * its words are in {@code lexicon/followups.txt}.
 */
@NullMarked
package dev.zhaoshang.understanding.followup;

import org.jspecify.annotations.NullMarked;
