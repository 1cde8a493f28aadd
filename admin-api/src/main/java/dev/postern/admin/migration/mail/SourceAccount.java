package dev.postern.admin.migration.mail;

/**
 * An account on another mail server.
 *
 * @param user what one signs in with there
 */
record SourceAccount(SourceHost host, int port, Security security, Trust trust, String user) {

    static final int LONGEST_USER = 255;
    private static final int HIGHEST_PORT = 65_535;

    SourceAccount {
        checkedPort(port);
        checkedUser(user);
    }

    static int checkedPort(int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("A port is between 1 and 65535, not %d.".formatted(port));
        }
        return port;
    }

    static String checkedUser(String user) {
        if (user.isBlank() || user.length() > LONGEST_USER || user.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "A user name has between 1 and %d characters, none of them invisible.".formatted(LONGEST_USER));
        }
        return user;
    }

    @Override
    public String toString() {
        return "%s at %s:%d".formatted(user, host, port);
    }
}
