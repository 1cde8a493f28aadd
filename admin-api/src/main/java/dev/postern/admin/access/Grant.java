package dev.postern.admin.access;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A part of what the API can do, as a token is given it. Operators in a browser have all of them. */
public enum Grant {
    /** To see domains, mailboxes, aliases and what belongs to them. */
    ACCOUNTS_READ("accounts:read"),
    /** To change them. */
    ACCOUNTS_WRITE("accounts:write"),
    /** To read the audit log. */
    AUDIT_READ("audit:read"),
    /** To see what concerns the platform: operators, tokens, webhooks. */
    PLATFORM_READ("platform:read"),
    /** To change that, and to add and delete domains. */
    PLATFORM_WRITE("platform:write");

    private final String text;

    Grant(String text) {
        this.text = text;
    }

    /** As the tables and the API write it. */
    public String text() {
        return text;
    }

    /**
     * Parses what {@link #text()} writes.
     *
     * @throws IllegalArgumentException naming those that there are
     */
    public static Grant parse(String text) {
        return Arrays.stream(values())
                .filter(grant -> grant.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no scope; there are %s."
                        .formatted(
                                text, Arrays.stream(values()).map(Grant::text).collect(joining(", ")))));
    }

    public static Set<Grant> all() {
        return EnumSet.allOf(Grant.class);
    }

    /** The same, and that who may change something may see it. */
    public static Set<Grant> whole(Set<Grant> given) {
        var whole = EnumSet.noneOf(Grant.class);
        whole.addAll(given);
        if (given.contains(ACCOUNTS_WRITE)) {
            whole.add(ACCOUNTS_READ);
        }
        if (given.contains(PLATFORM_WRITE)) {
            whole.add(PLATFORM_READ);
        }
        return whole;
    }
}
