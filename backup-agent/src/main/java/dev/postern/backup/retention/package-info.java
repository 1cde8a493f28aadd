/** Which backups are kept. Plain Java. */
@NullMarked
package dev.postern.backup.retention;

import org.jspecify.annotations.NullMarked;
