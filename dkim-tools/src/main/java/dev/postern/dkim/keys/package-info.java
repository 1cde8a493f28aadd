/** What a DKIM key is, what is published of it, and what can be done with keys. Plain Java. */
@NullMarked
package dev.postern.dkim.keys;

import org.jspecify.annotations.NullMarked;
