/** Takes over the accounts of another mail server: first what would come of it, then all of it or nothing. */
@NullMarked
package dev.postern.admin.migration.accounts;

import org.jspecify.annotations.NullMarked;
