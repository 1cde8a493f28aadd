package dev.postern.admin.signin;

import dev.postern.admin.sessions.Sessions;
import java.time.Duration;

/** What became of an attempt to sign in. */
public sealed interface SignInOutcome {

    /** He is in. */
    record Done(Sessions.Begun begun) implements SignInOutcome {}

    /** The password is right, and not enough. */
    record SecondFactorNeeded(PendingSignIn pending) implements SignInOutcome {}

    /** It was not shown that it is he. Why is not told: it would help who guesses. */
    record Wrong() implements SignInOutcome {}

    /** Too many have been wrong. */
    record Delayed(Duration pause) implements SignInOutcome {}

    /** The first half lies too far back. */
    record TooLate() implements SignInOutcome {}
}
