@NullMarked
package dev.postern.ingest.relayevents;

import org.jspecify.annotations.NullMarked;
