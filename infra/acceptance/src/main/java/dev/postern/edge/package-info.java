/** The Email Worker's half of the inbound HTTP contract in Java, for tests and benchmarks. */
@NullMarked
package dev.postern.edge;

import org.jspecify.annotations.NullMarked;
