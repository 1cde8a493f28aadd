/** Benchmarks of the running platform. Nothing here is a test: it measures and prints. */
@NullMarked
package dev.postern.bench;

import org.jspecify.annotations.NullMarked;
