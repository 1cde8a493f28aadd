/** The database that the operators' accounts are read from. */
@NullMarked
package dev.postern.dkim.accounts;

import org.jspecify.annotations.NullMarked;
