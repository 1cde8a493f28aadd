/** What the tests of this module stand on: the running service and a client for it. */
@NullMarked
package dev.postern.backup.testing;

import org.jspecify.annotations.NullMarked;
