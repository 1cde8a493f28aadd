/** MariaDB, through its own client programs: what it holds, as one dump at one moment. */
@NullMarked
package dev.postern.backup.database;

import org.jspecify.annotations.NullMarked;
