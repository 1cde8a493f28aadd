/** What is left to look at when everything else is down. */
@NullMarked
package dev.postern.backup;

import org.jspecify.annotations.NullMarked;
