package dev.postern.backup.manifest;

import java.util.Arrays;
import java.util.Optional;

/** A part of the platform that is saved and restored by itself. They are saved in this order: mail first. */
public enum Component {
    /** The mailboxes with their Sieve scripts. */
    MAIL("mail"),
    /** All of MariaDB but its own tables, which it makes at each start. */
    DATABASE("db"),
    /** The private keys that sign what people send. */
    DKIM("dkim"),
    /** Settings, relays and secrets, sealed. */
    CONFIGURATION("config"),
    /** The server's certificate and the local authority, sealed. */
    CERTIFICATES("certs"),
    /** What users taught Rspamd. */
    LEARNING("spam");

    private final String word;

    Component(String word) {
        this.word = word;
    }

    /** Its name on the command line, in the API and in the repository. */
    public String word() {
        return word;
    }

    /** The component of that name. */
    public static Optional<Component> named(String word) {
        return Arrays.stream(values())
                .filter(component -> component.word.equals(word))
                .findFirst();
    }
}
