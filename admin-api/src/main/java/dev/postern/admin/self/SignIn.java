package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.self.OwnerSessions.Device;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a session for who has the password of a mailbox. */
final class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final OwnerCheck owners;
    private final OwnerSessions sessions;

    SignIn(OwnerCheck owners, OwnerSessions sessions) {
        this.owners = owners;
        this.sessions = sessions;
    }

    /** What became of it. */
    sealed interface Result {

        record SignedIn(SessionToken token) implements Result {}

        record Wrong() implements Result {}

        record Later(Duration pause) implements Result {}
    }

    Result apply(String address, Password password, Device device) {
        HostedAddress mailbox;
        try {
            mailbox = HostedAddress.parse(address);
        } catch (IllegalArgumentException malformed) {
            return new Result.Wrong();
        }
        return switch (owners.ofPerson(mailbox, password, device.address())) {
            case Verdict.OwnPassword() -> open(mailbox, device);
            case Verdict.TooMany(var pause) -> new Result.Later(pause);
            case Verdict.Wrong(), Verdict.AppPassword() -> {
                log.warn("A sign-in to self-service from {} failed", device.address());
                yield new Result.Wrong();
            }
        };
    }

    private Result open(HostedAddress mailbox, Device device) {
        log.info("{} signed in to self-service from {}", mailbox, device.address());
        return new Result.SignedIn(sessions.open(mailbox, device));
    }
}
