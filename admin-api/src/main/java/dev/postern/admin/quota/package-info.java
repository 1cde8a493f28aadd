/** How much mail may be kept. */
@NullMarked
package dev.postern.admin.quota;

import org.jspecify.annotations.NullMarked;
