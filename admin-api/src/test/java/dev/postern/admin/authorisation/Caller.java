package dev.postern.admin.authorisation;

import dev.postern.admin.access.Grant;
import dev.postern.admin.access.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls.
 *
 * @param grants what his token opens
 */
record Caller(String name, Kind kind, @Nullable Role role, Set<Grant> grants) {

    enum Kind {
        NOBODY,
        MAILBOX,
        TOKEN,
        BROWSER
    }

    /** Whether the row lets him do this in a domain that is his, or is not. */
    boolean may(MatrixRow row, boolean ownDomain) {
        return switch (row.audience()) {
            case "everybody" -> true;
            case "browsers" -> kind == Kind.BROWSER || kind == Kind.NOBODY;
            case "mailbox" -> kind == Kind.MAILBOX && ownDomain;
            default -> isOfTheRightKind(row) && isGranted(row) && isIncluded(row, ownDomain);
        };
    }

    /** Whether he can say who he is there at all. */
    boolean isOfTheRightKind(MatrixRow row) {
        if (row.audience().equals("mailbox")) {
            return kind == Kind.MAILBOX;
        }
        return kind == (row.isPage() ? Kind.BROWSER : Kind.TOKEN);
    }

    private boolean isGranted(MatrixRow row) {
        return row.scope().equals("-")
                || row.isPage()
                || grants.stream().map(Grant::text).anyMatch(row.scope()::equals);
    }

    private boolean isIncluded(MatrixRow row, boolean ownDomain) {
        return switch (row.audience()) {
            case "tokens" -> true;
            case "operators" -> isIn(row, ownDomain);
            case "administrators" -> role != Role.AUDITOR && isIn(row, ownDomain);
            case "overseers" -> role != Role.DOMAIN_ADMINISTRATOR;
            case "owners", "token-makers" -> role == Role.OWNER;
            default -> throw new IllegalArgumentException("Nobody knows who '%s' are".formatted(row.audience()));
        };
    }

    private boolean isIn(MatrixRow row, boolean ownDomain) {
        return role != Role.DOMAIN_ADMINISTRATOR || ownDomain || !row.isAboutADomain();
    }

    @Override
    public String toString() {
        return name;
    }
}
