package dev.postern.admin.access;

import java.util.Optional;
import java.util.Set;

/**
 * Who does something.
 *
 * @param name the operator's user name, the token's name, the address of a mailbox, or {@code postern}
 * @param operator the operator behind it: himself, or whose token it is
 * @param rights what he may do to the accounts of others
 * @param address where he is, if it is known: an IP address
 */
public record Actor(Kind kind, String name, Optional<String> operator, Rights rights, Optional<String> address) {

    /** What kind of somebody it is. */
    public enum Kind {
        /** An operator in a browser. */
        OPERATOR,
        /** A program with a token. */
        TOKEN,
        /** The owner of a mailbox, who may do things to that alone. */
        MAILBOX,
        /** The platform by itself: at its start, by a command on the host, or on schedule. */
        PLATFORM
    }

    private static final Rights NONE = new Rights(Role.DOMAIN_ADMINISTRATOR, Set.of());

    public static Actor operator(String username, Rights rights, Optional<String> address) {
        return new Actor(Kind.OPERATOR, username, Optional.of(username), rights, address);
    }

    public static Actor mailbox(String mailbox, Optional<String> address) {
        return new Actor(Kind.MAILBOX, mailbox, Optional.empty(), NONE, address);
    }

    /** An operator about whom nothing more is known: enough to sign in and out, and for nothing else. */
    public static Actor known(String operator, String address) {
        return operator(operator, NONE, Optional.of(address));
    }

    public static Actor platform() {
        return new Actor(Kind.PLATFORM, "postern", Optional.empty(), Rights.of(Role.OWNER), Optional.empty());
    }

    public Actor from(String address) {
        return new Actor(kind, name, operator, rights, Optional.of(address));
    }
}
