/**
 * The ports of {@code store} on MongoDB: collections, codecs, indexes. Uses only what MongoDB,
 * FerretDB and the embedded server have in common: no transaction, no findAndModify, no partial
 * index.
 */
@NullMarked
package dev.zhaoshang.store.mongo;

import org.jspecify.annotations.NullMarked;
