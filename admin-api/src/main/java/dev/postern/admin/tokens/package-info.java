/** The bearer tokens of the REST API. */
@NullMarked
package dev.postern.admin.tokens;

import org.jspecify.annotations.NullMarked;
