/** What the owner of a mailbox may do without an operator. */
@NullMarked
package dev.postern.admin.self;

import org.jspecify.annotations.NullMarked;
