/** What a text says that may not be said or promised. Pure functions of text and content. */
@NullMarked
package dev.zhaoshang.understanding.compliance;

import org.jspecify.annotations.NullMarked;
