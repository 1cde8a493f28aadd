/** How much may be sent, and under which addresses. mail-ingest judges by it, Postfix by the second half. */
@NullMarked
package dev.postern.admin.sending;

import org.jspecify.annotations.NullMarked;
