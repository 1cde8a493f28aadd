/** Believes only requests that were signed with a key of the ring (RFC 9421), each of them once. */
@NullMarked
package dev.postern.ingest.signature;

import org.jspecify.annotations.NullMarked;
