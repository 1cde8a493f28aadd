@NullMarked
package dev.postern.ingest.queue;

import org.jspecify.annotations.NullMarked;
