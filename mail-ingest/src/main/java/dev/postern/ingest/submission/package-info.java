/** What people send: whether they may, and what was accepted from whom. Rspamd asks before Postfix accepts it. */
@NullMarked
package dev.postern.ingest.submission;

import org.jspecify.annotations.NullMarked;
