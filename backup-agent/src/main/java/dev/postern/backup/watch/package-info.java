/** Measures the storage again and again and keeps the last result, for pages, metrics and readiness. */
@NullMarked
package dev.postern.backup.watch;

import org.jspecify.annotations.NullMarked;
