/** The passwords that the owner of a mailbox gives to his programs and devices, one each. */
@NullMarked
package dev.postern.admin.self.apppasswords;

import org.jspecify.annotations.NullMarked;
