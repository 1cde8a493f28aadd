@NullMarked
package dev.postern.ingest.relay;

import org.jspecify.annotations.NullMarked;
