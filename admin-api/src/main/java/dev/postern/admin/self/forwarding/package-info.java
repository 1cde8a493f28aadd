/** Where the owner of a mailbox has his mail go on to. */
@NullMarked
package dev.postern.admin.self.forwarding;

import org.jspecify.annotations.NullMarked;
