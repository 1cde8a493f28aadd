/** Passwords for programs and devices, each for itself: a lost telephone takes no other device along. */
@NullMarked
package dev.postern.admin.apppasswords;

import org.jspecify.annotations.NullMarked;
