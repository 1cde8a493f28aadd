/** When the next backup is due. Plain Java. */
@NullMarked
package dev.postern.backup.schedule;

import org.jspecify.annotations.NullMarked;
