package dev.postern.admin.clients;

import java.util.Locale;

/**
 * What a mail program may connect to, in the order in which it should try. TLS from the first byte goes before STARTTLS
 * (RFC 8314 §3), IMAP before POP3.
 */
enum MailService {
    IMAPS(Protocol.IMAP, Encryption.TLS),
    POP3S(Protocol.POP3, Encryption.TLS),
    SUBMISSIONS(Protocol.SMTP, Encryption.TLS),
    SUBMISSION(Protocol.SMTP, Encryption.STARTTLS);

    enum Protocol {
        IMAP,
        POP3,
        SMTP;

        /** In lower case, as the API and the documents write it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Encryption {
        /** From the first byte on, which mail programs call SSL. */
        TLS,
        STARTTLS
    }

    private final Protocol protocol;
    private final Encryption encryption;

    MailService(Protocol protocol, Encryption encryption) {
        this.protocol = protocol;
        this.encryption = encryption;
    }

    Protocol protocol() {
        return protocol;
    }

    /** Public for the template, which sees nothing else. */
    public Encryption encryption() {
        return encryption;
    }

    /** As the registry of service names has it, and so the label of its SRV record. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is the one to offer where only one can be offered. */
    boolean isPreferred() {
        return this == IMAPS || this == SUBMISSIONS;
    }
}
