/** Who is signed in: sessions that outlive a restart, are seen by their owner, and end when they should. */
@NullMarked
package dev.postern.admin.sessions;

import org.jspecify.annotations.NullMarked;
