/**
 * What may follow what, as a Spring Statemachine generated from the content. The only home of
 * spring-statemachine; holds no data of a rep.
 */
@NullMarked
package dev.zhaoshang.conversation.machine;

import org.jspecify.annotations.NullMarked;
