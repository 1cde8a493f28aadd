/** The DKIM keys of all domains. */
@NullMarked
package dev.postern.dkim;

import org.jspecify.annotations.NullMarked;
