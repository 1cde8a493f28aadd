package dev.postern.admin.tokens;

import dev.postern.admin.access.Grant;
import dev.postern.admin.audit.Snapshot;
import dev.postern.common.mail.DomainName;

/** A token as the audit log keeps it. */
final class TokenSnapshot {

    private TokenSnapshot() {}

    static Snapshot of(ApiToken token) {
        var rights = token.rights();
        return Snapshot.of("operator", token.operator())
                .with("role", rights.role().text())
                .with(
                        "domains",
                        rights.domains().stream()
                                .map(DomainName::ascii)
                                .sorted()
                                .toList())
                .with(
                        "scopes",
                        rights.grants().stream().map(Grant::text).sorted().toList())
                .with("networks", token.networks())
                .with("expiresAt", token.expiresAt());
    }
}
