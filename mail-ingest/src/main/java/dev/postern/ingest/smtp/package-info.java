/** A pooled SMTP client for one next hop that is told by XCLIENT on whose behalf it is spoken to. */
@NullMarked
package dev.postern.ingest.smtp;

import org.jspecify.annotations.NullMarked;
