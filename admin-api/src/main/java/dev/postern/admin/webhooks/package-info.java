/** Tells programs elsewhere of every change, signed, until they have heard it. */
@NullMarked
package dev.postern.admin.webhooks;

import org.jspecify.annotations.NullMarked;
