@NullMarked
package dev.postern.ingest.delivery;

import org.jspecify.annotations.NullMarked;
