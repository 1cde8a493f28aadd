package dev.postern.common.service.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Refused without a look at the password, for too many have been wrong. */
final class LoginDelayed extends AuthenticationException {

    private final Duration wait;

    LoginDelayed(Duration wait) {
        super("too many failures, %d s to wait".formatted(wait.toSeconds()));
        this.wait = wait;
    }

    Duration waitingTime() {
        return wait;
    }
}
