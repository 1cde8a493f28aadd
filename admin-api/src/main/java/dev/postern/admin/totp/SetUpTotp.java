package dev.postern.admin.totp;

import dev.postern.admin.credentials.CredentialAudit;
import dev.postern.admin.identity.Identity;
import dev.postern.admin.qrcode.QrCode;
import dev.postern.admin.totp.TotpTable.State;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives somebody's authenticator app a secret. It counts from the first code on that the app has made with it. */
@Service
public class SetUpTotp {

    private static final String ISSUER = "Postern";

    private final TotpTable table;
    private final CredentialAudit audit;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SetUpTotp(TotpTable table, CredentialAudit audit, InstantSource clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is shown to who sets it up, and to nobody else.
     *
     * @param secret for an app that cannot take the code by camera
     */
    public record Offer(String secret, QrCode code) {

        @Override
        public String toString() {
            return "Offer[…]";
        }
    }

    /** Makes a secret; one that was offered before, and not confirmed, is void. */
    public Offer offer(Identity identity) {
        var secret = TotpSecret.random(random);
        table.offer(identity, secret);
        return offer(identity, secret);
    }

    /** What is offered, or a new secret: a page that is loaded again shows the same. */
    public Offer present(Identity identity) {
        return table.find(identity, State.NEW)
                .map(secret -> offer(identity, secret))
                .orElseGet(() -> offer(identity));
    }

    private static Offer offer(Identity identity, TotpSecret secret) {
        return new Offer(secret.base32(), QrCode.of(secret.link(ISSUER, identity.name())));
    }

    /**
     * Takes the secret into use that was offered.
     *
     * @return whether the code is the one that the app shows now
     */
    @Transactional
    public boolean confirm(Identity identity, String code) {
        var step = table.find(identity, State.NEW).flatMap(secret -> {
            var found = secret.stepOf(TotpCode.digits(code), clock.instant());
            return found.isPresent() ? Optional.of(found.getAsLong()) : Optional.<Long>empty();
        });
        step.ifPresent(found -> {
            table.take(identity, found);
            audit.happened("totp.set-up", identity);
        });
        return step.isPresent();
    }
}
