/** What the tests of this module stand on: the real database, the running service, and a client for it. */
@NullMarked
package dev.postern.admin.testing;

import org.jspecify.annotations.NullMarked;
