package dev.postern.common.service.login;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a password, slowly for who guesses: each failure after the first few costs a longer wait. */
final class OperatorAuthentication implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(OperatorAuthentication.class);

    /** Argon2 takes 16 MiB and more for each check, in a container that has little. */
    private static final int CHECKS_AT_ONCE = 2;

    private static final long SECONDS_TO_WAIT_FOR_A_CHECK = 5;

    private final DaoAuthenticationProvider passwords;
    private final FailedLogins failures;
    private final MeterRegistry metrics;
    private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE);

    OperatorAuthentication(UserDetailsService accounts, FailedLogins failures, MeterRegistry metrics) {
        this.passwords = new DaoAuthenticationProvider(accounts);
        this.passwords.setPasswordEncoder(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
        this.failures = failures;
        this.metrics = metrics;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var source = new FailedLogins.Source(attempt.getName(), addressOf(attempt));
        var wait = failures.waitFor(source);
        if (wait.isPositive()) {
            count("delayed");
            throw new LoginDelayed(wait);
        }
        return check(attempt, source);
    }

    private Authentication check(Authentication attempt, FailedLogins.Source source) {
        acquire();
        try {
            var operator = passwords.authenticate(attempt);
            failures.forget(source);
            count("success");
            log.info("Operator {} signed in from {}", operator.getName(), source.address());
            return operator;
        } catch (AuthenticationServiceException outage) {
            count("unavailable");
            log.error("Nobody can sign in: the operators' accounts cannot be read", outage);
            throw outage;
        } catch (AuthenticationException refusal) {
            failures.add(source);
            count("failure");
            log.warn("A log-in from {} failed: {}", source.address(), refusal.getMessage());
            throw refusal;
        } finally {
            checks.release();
        }
    }

    private void acquire() {
        try {
            if (!checks.tryAcquire(SECONDS_TO_WAIT_FOR_A_CHECK, TimeUnit.SECONDS)) {
                count("unavailable");
                throw new AuthenticationServiceException("too many log-ins at once");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("the service is stopping", stopping);
        }
    }

    private void count(String outcome) {
        metrics.counter("postern.login", "outcome", outcome).increment();
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
