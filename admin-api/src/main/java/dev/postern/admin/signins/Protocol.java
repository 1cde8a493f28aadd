package dev.postern.admin.signins;

import java.util.Locale;

/** How somebody comes to a mailbox. */
public enum Protocol {
    IMAP,
    POP3,
    /** ManageSieve: a mail program's filters. */
    SIEVE,
    SUBMISSION,
    WEBMAIL;

    /** As the tables and the API write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Parses what {@link #text()} writes. */
    public static Protocol parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
