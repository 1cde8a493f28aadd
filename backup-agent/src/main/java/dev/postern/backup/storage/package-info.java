/** The places that hold data: how full they are, and whether the backup lies apart from what it protects. Plain Java. */
@NullMarked
package dev.postern.backup.storage;

import org.jspecify.annotations.NullMarked;
