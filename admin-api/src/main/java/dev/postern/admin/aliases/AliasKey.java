package dev.postern.admin.aliases;

import dev.postern.admin.listing.SortKey;

/** What aliases can be sorted by. What is sought begins with the address, so it is in the same order, and indexed. */
public enum AliasKey implements SortKey {
    ADDRESS("address", "sought"),
    EXPIRES("expiresAt", "expires_at"),
    CREATED("createdAt", "created_at");

    private final String field;
    private final String column;

    AliasKey(String field, String column) {
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
