@NullMarked
package dev.postern.ingest.signature;

import org.jspecify.annotations.NullMarked;
