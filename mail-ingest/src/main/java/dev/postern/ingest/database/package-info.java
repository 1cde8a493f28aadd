/** What everyone who asks the database has in common. */
@NullMarked
package dev.postern.ingest.database;

import org.jspecify.annotations.NullMarked;
