package dev.postern.admin.storeevents;

import dev.postern.admin.signins.Protocol;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody tried to sign in.
 *
 * @param user what he gave as the name
 * @param address where he is, if that is known
 * @param appPassword the id of the app password, if it was one
 */
record Tried(
        String user,
        Protocol protocol,
        Optional<String> address,
        boolean letIn,
        Optional<String> appPassword,
        Instant at) {}
