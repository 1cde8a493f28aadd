/** What somebody who is signed in does with his own means of signing in. */
@NullMarked
package dev.postern.admin.account;

import org.jspecify.annotations.NullMarked;
