/** The log-in that needs nothing but this container. */
@NullMarked
package dev.postern.backup.operator;

import org.jspecify.annotations.NullMarked;
