@NullMarked
package dev.postern.ingest.smtp;

import org.jspecify.annotations.NullMarked;
