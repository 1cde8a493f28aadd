package dev.postern.admin.tokens;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a token at once. */
@Service
public class RevokeToken {

    private final ApiTokens tokens;
    private final ReadTokens visible;
    private final Access access;
    private final AuditLog audit;

    RevokeToken(ApiTokens tokens, ReadTokens visible, Access access, AuditLog audit) {
        this.tokens = tokens;
        this.visible = visible;
        this.access = access;
        this.audit = audit;
    }

    @Transactional
    public Outcome<ApiToken> apply(String name) {
        access.toHandOutTokens();
        var before = visible.find(name);
        if (before.isPresent() && name.equals(FirstToken.NAME)) {
            return Outcome.refused(
                    new Refusal.Unfit(
                            "name",
                            "This is the token of the secret file admin_token; write another one into that file and start again."));
        }
        if (before.isEmpty() || !tokens.remove(name)) {
            return Outcome.refused(new Refusal.Missing("There is no token %s.".formatted(name)));
        }
        audit.add(AuditEvent.ofPlatform(
                "token.revoked", name, Optional.of(TokenSnapshot.of(before.get())), Optional.empty()));
        return Outcome.done(before.get());
    }
}
