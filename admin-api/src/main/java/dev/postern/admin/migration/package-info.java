/** Moving in from another mail server. */
@NullMarked
package dev.postern.admin.migration;

import org.jspecify.annotations.NullMarked;
