/** What the pages of the repository say, against what the program does. */
@NullMarked
package dev.zhaoshang.docs;

import org.jspecify.annotations.NullMarked;
