/** Who came to the mailboxes, and who tried to: how, from where, with which password. */
@NullMarked
package dev.postern.admin.signins;

import org.jspecify.annotations.NullMarked;
