/** Reads what other mail servers give out about their accounts. All of it is foreign input. */
@NullMarked
package dev.postern.admin.migration.export;

import org.jspecify.annotations.NullMarked;
