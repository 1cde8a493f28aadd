@NullMarked
package dev.postern.ingest;

import org.jspecify.annotations.NullMarked;
