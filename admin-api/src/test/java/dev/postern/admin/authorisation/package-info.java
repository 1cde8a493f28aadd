/** Who may call which endpoint, asked of the running service for each route there is. */
@NullMarked
package dev.postern.admin.authorisation;

import org.jspecify.annotations.NullMarked;
