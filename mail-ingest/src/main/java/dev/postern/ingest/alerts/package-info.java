/** What an operator should know soon. */
@NullMarked
package dev.postern.ingest.alerts;

import org.jspecify.annotations.NullMarked;
