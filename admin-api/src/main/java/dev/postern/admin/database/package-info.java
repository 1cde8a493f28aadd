/** The connection to MariaDB. */
@NullMarked
package dev.postern.admin.database;

import org.jspecify.annotations.NullMarked;
