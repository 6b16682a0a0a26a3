/**
 * People, accounts, teams and roles: who somebody is and who may see what. Nothing of a
 * conversation.
 */
@NullMarked
package dev.zhaoshang.access;

import org.jspecify.annotations.NullMarked;
