/**
 * Makes what is looked at or printed, such as charts, of domain records. Bytes out; no network, no
 * store, and nothing of what a channel does with them.
 */
@NullMarked
package dev.zhaoshang.document;

import org.jspecify.annotations.NullMarked;
