/** What the owner of a mailbox sees of it: how full it is, and who came to it. */
@NullMarked
package dev.postern.admin.self.activity;

import org.jspecify.annotations.NullMarked;
