/** Who can sign in. */
@NullMarked
package dev.postern.admin.identity;

import org.jspecify.annotations.NullMarked;
