/** The domains this platform takes mail for. */
@NullMarked
package dev.postern.admin.domains;

import org.jspecify.annotations.NullMarked;
