/** Where the mail is: what Dovecot is asked and told. It can be away, and then nothing else here stops. */
@NullMarked
package dev.postern.admin.mailstore;

import org.jspecify.annotations.NullMarked;
