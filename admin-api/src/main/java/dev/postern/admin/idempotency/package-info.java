/** A request that a caller sends again, since he does not know whether it arrived, is done once. */
@NullMarked
package dev.postern.admin.idempotency;

import org.jspecify.annotations.NullMarked;
