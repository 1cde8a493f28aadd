/** What Dovecot tells unasked: sign-ins, and that mail changed. */
@NullMarked
package dev.postern.admin.storeevents;

import org.jspecify.annotations.NullMarked;
