package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.self.OwnerSessions.Device;
import dev.postern.admin.self.WrongPasswords.Guesser;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a session for who has the password of a mailbox, and what else its owner has set up. */
final class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final OwnerCheck owners;
    private final OwnerFactors factors;
    private final WrongPasswords wrongCodes;
    private final PendingSignIns pending;
    private final OwnerSessions sessions;
    private final Mailboxes mailboxes;

    SignIn(
            OwnerCheck owners,
            OwnerFactors factors,
            WrongPasswords wrongCodes,
            PendingSignIns pending,
            OwnerSessions sessions,
            Mailboxes mailboxes) {
        this.owners = owners;
        this.factors = factors;
        this.wrongCodes = wrongCodes;
        this.pending = pending;
        this.sessions = sessions;
        this.mailboxes = mailboxes;
    }

    /** What became of it. */
    sealed interface Result {

        record SignedIn(SessionToken token) implements Result {}

        /** The password is right, and not enough; the token stands for that. */
        record CodeNeeded(SessionToken pending) implements Result {}

        record Wrong() implements Result {}

        record Later(Duration pause) implements Result {}

        /** The first half lies too far back. */
        record TooLate() implements Result {}
    }

    /** The first half, and the whole of it for whoever has set up nothing else. */
    Result withPassword(String address, Password password, Device device) {
        HostedAddress mailbox;
        try {
            mailbox = HostedAddress.parse(address);
        } catch (IllegalArgumentException malformed) {
            return new Result.Wrong();
        }
        return switch (owners.ofPerson(mailbox, password, device.address())) {
            case Verdict.OwnPassword() ->
                factors.areSetUp(mailbox) ? new Result.CodeNeeded(pending.add(mailbox)) : open(mailbox, device);
            case Verdict.TooMany(var pause) -> new Result.Later(pause);
            case Verdict.Wrong(), Verdict.AppPassword(), Verdict.Code() -> wrong(device);
        };
    }

    /** The second half. */
    Result withCode(SessionToken token, String typed, Device device) {
        var mailbox = pending.find(token);
        if (mailbox.isEmpty() || mailboxes.passwordOf(mailbox.get()).isEmpty()) {
            return new Result.TooLate();
        }
        return switch (check(mailbox.get(), typed)) {
            case Verdict.TooMany(var pause) -> new Result.Later(pause);
            case Verdict.Wrong() -> wrong(device);
            case Verdict.OwnPassword(), Verdict.AppPassword(), Verdict.Code() -> {
                pending.remove(token);
                yield open(mailbox.get(), device);
            }
        };
    }

    /** Whether somebody has a code. Guesses count from everywhere together: whoever gets here knows the password. */
    Verdict check(HostedAddress mailbox, String typed) {
        var guesser = new Guesser(mailbox, Optional.empty());
        var pause = wrongCodes.pauseFor(guesser);
        if (pause.isPresent()) {
            return new Verdict.TooMany(pause.get());
        }
        if (!factors.isCode(mailbox, typed)) {
            wrongCodes.add(guesser);
            return new Verdict.Wrong();
        }
        wrongCodes.forget(guesser);
        return new Verdict.Code();
    }

    private static Result wrong(Device device) {
        log.warn("A sign-in to self-service from {} failed", device.address());
        return new Result.Wrong();
    }

    private Result open(HostedAddress mailbox, Device device) {
        log.info("{} signed in to self-service from {}", mailbox, device.address());
        return new Result.SignedIn(sessions.open(mailbox, device));
    }
}
