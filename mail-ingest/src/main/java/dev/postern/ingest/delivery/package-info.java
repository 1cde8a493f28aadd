/** Take one message, hand it on, say what happened. */
@NullMarked
package dev.postern.ingest.delivery;

import org.jspecify.annotations.NullMarked;
