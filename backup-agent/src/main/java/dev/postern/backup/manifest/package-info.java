/** What a backup holds: when, what, how much, and by which digests it is known again. Plain Java. */
@NullMarked
package dev.postern.backup.manifest;

import org.jspecify.annotations.NullMarked;
