package dev.postern.admin.mailboxes;

import dev.postern.admin.listing.SortKey;

/** What mailboxes can be sorted by. What is sought begins with the address, so it is in the same order, and indexed. */
public enum MailboxKey implements SortKey {
    ADDRESS("address", "sought"),
    DISPLAY_NAME("displayName", "display_name"),
    QUOTA("quotaBytes", "quota_bytes"),
    CREATED("createdAt", "created_at");

    private final String field;
    private final String column;

    MailboxKey(String field, String column) {
        this.field = field;
        this.column = column;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public String column() {
        return column;
    }
}
