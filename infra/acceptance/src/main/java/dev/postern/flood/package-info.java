/** A neighbour who opens many connections and says next to nothing. */
@NullMarked
package dev.postern.flood;

import org.jspecify.annotations.NullMarked;
