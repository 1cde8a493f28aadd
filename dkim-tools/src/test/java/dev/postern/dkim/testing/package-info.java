/** What the tests of this module stand on: the running service, a client for it, and a database to sign in by. */
@NullMarked
package dev.postern.dkim.testing;

import org.jspecify.annotations.NullMarked;
