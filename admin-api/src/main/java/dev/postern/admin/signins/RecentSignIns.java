package dev.postern.admin.signins;

import java.time.Instant;
import java.util.Optional;

/**
 * Sign-ins of one day that were alike.
 *
 * @param address where from; empty when it is not known
 * @param appPassword name of the app password, if it was one
 * @param times how many there were
 */
public record RecentSignIns(
        Protocol protocol,
        boolean succeeded,
        Optional<String> address,
        Optional<String> appPassword,
        Instant firstAt,
        Instant lastAt,
        long times) {}
