/** The way of each message after Postfix took it, as Postfix's log tells it. */
@NullMarked
package dev.postern.ingest.journal;

import org.jspecify.annotations.NullMarked;
