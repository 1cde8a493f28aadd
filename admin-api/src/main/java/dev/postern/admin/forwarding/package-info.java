/** Mail that goes on from a mailbox to others. */
@NullMarked
package dev.postern.admin.forwarding;

import org.jspecify.annotations.NullMarked;
