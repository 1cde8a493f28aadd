/** Making a backup, from the lock to the last old one that goes. */
@NullMarked
package dev.postern.backup.run;

import org.jspecify.annotations.NullMarked;
