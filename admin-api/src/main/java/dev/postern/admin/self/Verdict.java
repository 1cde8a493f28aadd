package dev.postern.admin.self;

import java.time.Duration;

/** What a password shows about who sent it. */
sealed interface Verdict {

    /** It is the mailbox's own. */
    record OwnPassword() implements Verdict {}

    /** It is one of those that programs and devices have. */
    record AppPassword() implements Verdict {}

    /** It is a code of his authenticator app, or a recovery code. */
    record Code() implements Verdict {}

    /** Address or password is wrong; which of them is not told. */
    record Wrong() implements Verdict {}

    /** It was not looked at, for too many have been wrong. */
    record TooMany(Duration pause) implements Verdict {}
}
