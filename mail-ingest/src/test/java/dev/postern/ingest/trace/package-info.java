@NullMarked
package dev.postern.ingest.trace;

import org.jspecify.annotations.NullMarked;
