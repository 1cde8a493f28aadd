package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.outcome.TooBusy;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.web.ProblemKind;
import dev.postern.admin.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Recognises who calls the API of self-service: by address and password (RFC 7617), or by a session (RFC 6750 §2.1). */
final class OwnerApiFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final OwnerCheck owners;
    private final OwnerFactors factors;
    private final OwnerSessions sessions;
    private final ProblemWriter problems;
    private final HandlerExceptionResolver failures;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    OwnerApiFilter(
            OwnerCheck owners,
            OwnerFactors factors,
            OwnerSessions sessions,
            ProblemWriter problems,
            HandlerExceptionResolver failures) {
        this.owners = owners;
        this.factors = factors;
        this.sessions = sessions;
        this.problems = problems;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            problems.write(ProblemKind.FORBIDDEN.saying("A page of another site asked for this."), request, response);
            return;
        }
        try {
            if (recognise(request) instanceof Verdict.TooMany(var pause)) {
                refuse(pause, request, response);
                return;
            }
        } catch (DataAccessException | TooBusy outage) {
            failures.resolveException(request, response, null, outage);
            return;
        }
        chain.doFilter(request, response);
    }

    /** A browser that was told a password sends it along with what any page asks for. */
    private static boolean isForeign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null
                && !site.equals("same-origin")
                && !site.equals("none")
                && !HttpMethod.GET.matches(request.getMethod());
    }

    private Verdict recognise(HttpServletRequest request) {
        var header = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return recogniseSession(header.substring(BEARER.length()).strip(), request.getRemoteAddr());
        }
        return credentials(request)
                .map(given -> recognise(given, request.getRemoteAddr()))
                .orElseGet(Verdict.Wrong::new);
    }

    private Verdict recogniseSession(String token, String from) {
        if (SessionToken.canBe(token)) {
            sessions.find(new SessionToken(token), from).ifPresent(OwnerAuthentication::set);
        }
        return new Verdict.Wrong();
    }

    private Optional<Credentials> credentials(HttpServletRequest request) {
        try {
            return Optional.ofNullable(basic.convert(request)).map(Credentials::of);
        } catch (BadCredentialsException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Verdict recognise(Credentials given, String from) {
        var verdict = owners.ofProgram(given.mailbox, given.password);
        switch (verdict) {
            case Verdict.OwnPassword() -> set(given.mailbox, standingByPassword(given.mailbox), from);
            case Verdict.AppPassword() -> set(given.mailbox, Standing.READER, from);
            case Verdict.Wrong(), Verdict.Code(), Verdict.TooMany _ -> {
                // He stays a stranger.
            }
        }
        return verdict;
    }

    /** Where a second factor is set up, the password alone opens no more than mail programs see. */
    private Standing standingByPassword(HostedAddress mailbox) {
        return factors.areSetUp(mailbox) ? Standing.READER : Standing.PROVEN;
    }

    private static void set(HostedAddress mailbox, Standing standing, String from) {
        OwnerAuthentication.set(new Owner(mailbox, standing, Optional.empty(), from));
    }

    private void refuse(Duration pause, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, pause.toSeconds())));
        problems.write(ProblemKind.TOO_MANY.saying("Too many wrong passwords; try again later."), request, response);
    }

    private record Credentials(HostedAddress mailbox, Password password) {

        static Credentials of(UsernamePasswordAuthenticationToken given) {
            return new Credentials(
                    HostedAddress.parse(given.getName()), new Password(String.valueOf(given.getCredentials())));
        }
    }
}
