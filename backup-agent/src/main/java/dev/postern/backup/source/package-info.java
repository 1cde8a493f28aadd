/** How each component is saved: consistent, and with what is needed to know it again. */
@NullMarked
package dev.postern.backup.source;

import org.jspecify.annotations.NullMarked;
