package dev.postern.admin.idempotency;

import dev.postern.admin.access.Actor;
import dev.postern.admin.web.BodyTooLarge;
import dev.postern.admin.web.ProblemKind;
import dev.postern.admin.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Does a {@code POST} with an {@code Idempotency-Key} once, and gives its answer to whoever sends it again. */
final class IdempotencyFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    private final RunOnce runOnce;
    private final IdempotentRequests requests;
    private final ProblemWriter problems;
    private final HandlerExceptionResolver exceptions;
    private final JsonMapper json;

    IdempotencyFilter(
            RunOnce runOnce,
            IdempotentRequests requests,
            ProblemWriter problems,
            HandlerExceptionResolver exceptions,
            JsonMapper json) {
        this.runOnce = runOnce;
        this.requests = requests;
        this.problems = problems;
        this.exceptions = exceptions;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = caller();
        var header = request.getHeader(IdempotencyKey.HEADER);
        if (!request.getMethod().equals("POST") || header == null || caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        KeyedRequest keyed;
        RunOnce.Decision decision;
        try {
            keyed = KeyedRequest.read(IdempotencyKey.parse(header), caller.get(), request);
            decision = runOnce.decide(keyed.id(), keyed.fingerprint());
        } catch (IllegalArgumentException malformed) {
            refuse(ProblemKind.MALFORMED, String.valueOf(malformed.getMessage()), request, response);
            return;
        } catch (BodyTooLarge tooLarge) {
            problems.write(tooLarge.problem(), request, response);
            return;
        } catch (DataAccessException outage) {
            exceptions.resolveException(request, response, null, outage);
            return;
        }
        follow(decision, keyed, response, chain);
    }

    private void follow(RunOnce.Decision decision, KeyedRequest keyed, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (decision) {
            case RunOnce.Decision.Do() -> run(keyed, response, chain);
            case RunOnce.Decision.Repeat(var answer) ->
                json.readValue(keyed.seal().open(answer.bytes()), KeptAnswer.class)
                        .give(response);
            case RunOnce.Decision.Wait() -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
                refuse(
                        ProblemKind.IN_PROGRESS,
                        "The first request with this key has not ended yet; ask again in a moment.",
                        keyed.request(),
                        response);
            }
            case RunOnce.Decision.Refuse() ->
                refuse(
                        ProblemKind.KEY_REUSED,
                        "This key was sent with another request in the last hours; take a new one.",
                        keyed.request(),
                        response);
        }
    }

    private void run(KeyedRequest keyed, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var captured = new ContentCachingResponseWrapper(response);
        var answered = false;
        try {
            chain.doFilter(keyed.request(), captured);
            answered = KeptAnswer.isWorthKeeping(captured.getStatus());
        } finally {
            if (answered) {
                keep(keyed, captured);
            } else {
                forget(keyed);
            }
        }
        captured.copyBodyToResponse();
    }

    /** What was done is done: if its answer cannot be kept, the caller gets it at least this once. */
    private void keep(KeyedRequest keyed, ContentCachingResponseWrapper captured) {
        try {
            requests.keep(
                    keyed.id(), new SealedAnswer(keyed.seal().close(json.writeValueAsBytes(KeptAnswer.of(captured)))));
        } catch (DataAccessException outage) {
            log.warn("An answer could not be kept for its Idempotency-Key: {}", outage.toString());
        }
    }

    private void forget(KeyedRequest keyed) {
        try {
            requests.forget(keyed.id());
        } catch (DataAccessException outage) {
            log.warn("A request that was not done keeps its Idempotency-Key for some minutes: {}", outage.toString());
        }
    }

    private void refuse(ProblemKind kind, String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(kind.about(IdempotencyKey.HEADER, detail), request, response);
    }

    private static Optional<String> caller() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal())
                .filter(Actor.class::isInstance)
                .map(principal -> ((Actor) principal).name());
    }
}
