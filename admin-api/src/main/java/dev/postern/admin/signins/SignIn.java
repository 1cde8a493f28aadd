package dev.postern.admin.signins;

import dev.postern.admin.addresses.HostedAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody signed in to a mailbox, or failed to.
 *
 * @param mailbox whether there is one or not
 * @param address where he is, if that is known: an IP address
 * @param appPassword the id of the app password he used, if it was one
 */
public record SignIn(
        HostedAddress mailbox,
        Protocol protocol,
        Optional<String> address,
        boolean succeeded,
        Optional<String> appPassword,
        Instant at) {}
