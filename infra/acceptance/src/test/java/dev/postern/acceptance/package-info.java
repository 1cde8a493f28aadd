/** The whole platform, started by {@code ./postern up}, judged by what its users and neighbours see. */
@NullMarked
package dev.postern.acceptance;

import org.jspecify.annotations.NullMarked;
