/** What the owners of mailboxes in a domain may do themselves, as its administrators say. */
@NullMarked
package dev.postern.admin.self.policy;

import org.jspecify.annotations.NullMarked;
