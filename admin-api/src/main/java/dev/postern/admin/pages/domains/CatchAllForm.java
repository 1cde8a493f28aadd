package dev.postern.admin.pages.domains;

import org.jspecify.annotations.Nullable;

/** Where mail goes that no mailbox and no alias takes: an address a line, or none. */
record CatchAllForm(@Nullable String targets) {}
