/** Where the key store is, and whether it can be used. */
@NullMarked
package dev.postern.dkim.store;

import org.jspecify.annotations.NullMarked;
