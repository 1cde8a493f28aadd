/** The people who run the platform. */
@NullMarked
package dev.postern.admin.operators;

import org.jspecify.annotations.NullMarked;
