@NullMarked
package dev.postern.ingest.support;

import org.jspecify.annotations.NullMarked;
