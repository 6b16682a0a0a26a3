/**
 * The benchmark of docs/benchmark.md: runs the packaged application as its users do and measures
 * from outside, and the understanding alone by JMH. No rule of the product, and nothing of it in
 * the jar.
 */
@NullMarked
package dev.zhaoshang.bench;

import org.jspecify.annotations.NullMarked;
