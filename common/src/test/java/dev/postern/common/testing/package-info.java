/** What the tests of every module share. */
@NullMarked
package dev.postern.common.testing;

import org.jspecify.annotations.NullMarked;
