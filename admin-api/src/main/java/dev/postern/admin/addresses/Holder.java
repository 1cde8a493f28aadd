package dev.postern.admin.addresses;

import java.util.Locale;

/** What an address belongs to. */
public enum Holder {
    MAILBOX("a mailbox"),
    ALIAS("an alias");

    private final String description;

    Holder(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    /** As the table writes it. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
