package dev.postern.admin.migration.mail;

import java.util.Locale;

/** How the connection to the other server is encrypted. It always is. */
enum Security {
    /** From the first byte on. */
    TLS(993),
    /** After a few words in the clear. */
    STARTTLS(143);

    private final int usualPort;

    Security(int usualPort) {
        this.usualPort = usualPort;
    }

    int usualPort() {
        return usualPort;
    }

    /** As the table and the API write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Security parse(String text) {
        for (var security : values()) {
            if (security.text().equals(text)) {
                return security;
            }
        }
        throw new IllegalArgumentException("'%s' is no encryption; use tls or starttls.".formatted(text));
    }
}
