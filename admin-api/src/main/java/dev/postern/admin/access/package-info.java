/** Who asks for something, and what he may: the one place where that is decided, for pages and API alike. */
@NullMarked
package dev.postern.admin.access;

import org.jspecify.annotations.NullMarked;
