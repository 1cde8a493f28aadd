/** Codes for the day on which the second factor is lost. */
@NullMarked
package dev.postern.admin.recovery;

import org.jspecify.annotations.NullMarked;
