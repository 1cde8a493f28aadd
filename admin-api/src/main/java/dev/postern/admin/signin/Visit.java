package dev.postern.admin.signin;

import dev.postern.admin.passkeys.PasskeyChallenge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/**
 * What is remembered of a browser in which nobody is signed in yet, and of one that is asked something: a few minutes, in
 * memory. Each thing is handed out once.
 */
final class Visit {

    private static final String PENDING = Visit.class.getName() + ".pending";
    private static final String BACK = Visit.class.getName() + ".back";
    private static final String CHALLENGE = Visit.class.getName() + ".challenge";

    private final HttpServletRequest request;

    private Visit(HttpServletRequest request) {
        this.request = request;
    }

    static Visit of(HttpServletRequest request) {
        return new Visit(request);
    }

    void remember(PendingSignIn pending) {
        request.getSession().setAttribute(PENDING, pending);
    }

    Optional<PendingSignIn> pending() {
        return attribute(PENDING).map(PendingSignIn.class::cast);
    }

    /** @param path of ours, to go to once somebody has signed in */
    void leadTo(String path) {
        request.getSession().setAttribute(BACK, path);
    }

    Optional<String> takeBack() {
        var path = attribute(BACK).map(String.class::cast);
        path.ifPresent(_ -> request.getSession().removeAttribute(BACK));
        return path;
    }

    /** Hands the challenge to the page, and keeps it for the answer. */
    String ask(PasskeyChallenge.ToSignIn challenge) {
        request.getSession().setAttribute(CHALLENGE, challenge);
        return challenge.json();
    }

    Optional<PasskeyChallenge.ToSignIn> takeChallenge() {
        var challenge = attribute(CHALLENGE).map(PasskeyChallenge.ToSignIn.class::cast);
        challenge.ifPresent(_ -> request.getSession().removeAttribute(CHALLENGE));
        return challenge;
    }

    /** It goes on under another name, so that whoever knew the old one has nothing of it (session fixation). */
    void isOver() {
        attribute(PENDING).ifPresent(_ -> request.getSession().removeAttribute(PENDING));
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
    }

    private Optional<Object> attribute(String name) {
        return Optional.<HttpSession>ofNullable(request.getSession(false))
                .flatMap(session -> Optional.ofNullable(session.getAttribute(name)));
    }
}
