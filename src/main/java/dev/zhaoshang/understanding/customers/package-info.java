/** Lists of customers: what their rows and cells mean. Reads no files. */
@NullMarked
package dev.zhaoshang.understanding.customers;

import org.jspecify.annotations.NullMarked;
