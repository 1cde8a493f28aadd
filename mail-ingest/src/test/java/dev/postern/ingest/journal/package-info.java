@NullMarked
package dev.postern.ingest.journal;

import org.jspecify.annotations.NullMarked;
