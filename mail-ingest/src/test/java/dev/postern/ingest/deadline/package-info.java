@NullMarked
package dev.postern.ingest.deadline;

import org.jspecify.annotations.NullMarked;
