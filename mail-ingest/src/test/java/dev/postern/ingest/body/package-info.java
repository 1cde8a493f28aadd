@NullMarked
package dev.postern.ingest.body;

import org.jspecify.annotations.NullMarked;
