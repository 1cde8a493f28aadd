package dev.postern.admin.signout;

import java.time.LocalDateTime;

/**
 * Sessions that are to end.
 *
 * @param at opened before this, in UTC
 */
record SignOut(Whose whose, LocalDateTime at) {}
