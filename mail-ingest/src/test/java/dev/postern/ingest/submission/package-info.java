@NullMarked
package dev.postern.ingest.submission;

import org.jspecify.annotations.NullMarked;
