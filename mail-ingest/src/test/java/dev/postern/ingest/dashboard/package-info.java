@NullMarked
package dev.postern.ingest.dashboard;

import org.jspecify.annotations.NullMarked;
