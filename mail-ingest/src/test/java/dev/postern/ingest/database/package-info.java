@NullMarked
package dev.postern.ingest.database;

import org.jspecify.annotations.NullMarked;
