/** What this service sees of the others, over HTTP: whether they work, and what they know that its pages show. */
@NullMarked
package dev.postern.admin.surroundings;

import org.jspecify.annotations.NullMarked;
