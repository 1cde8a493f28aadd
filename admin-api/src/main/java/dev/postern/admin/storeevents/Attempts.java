package dev.postern.admin.storeevents;

import dev.postern.admin.signins.Protocol;
import dev.postern.admin.storeevents.StoreEvent.Attempt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one of the events about one attempt. And knows webmail: it comes from an address other than the one it tells, which is
 * the browser's. What else comes from there, it does for somebody who is signed in already: his filters, what he sends.
 */
final class Attempts {

    /** What is heard before a decision is followed by it at once; beyond this the oldest is forgotten. */
    private static final int MAX_UNDECIDED = 1000;

    private final Map<Attempt, StoreEvent> undecided = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Attempt, StoreEvent> eldest) {
            return size() > MAX_UNDECIDED;
        }
    };
    private Optional<String> webmail;

    Attempts(Optional<String> webmail) {
        this.webmail = webmail;
    }

    /** The address by which webmail comes, once it is known. */
    Optional<String> webmail() {
        return webmail;
    }

    /** What this event means for sign-ins. */
    Optional<Tried> take(StoreEvent event) {
        return switch (event) {
            case StoreEvent.AppPasswordMatched matched -> {
                undecided.put(matched.attempt(), matched);
                yield Optional.empty();
            }
            case StoreEvent.NobodyCouldSay unsaid -> {
                undecided.put(unsaid.attempt(), unsaid);
                yield Optional.empty();
            }
            case StoreEvent.Decided decided -> tried(decided, Optional.ofNullable(undecided.remove(decided.attempt())));
            case StoreEvent.MailChanged _ -> Optional.empty();
        };
    }

    private Optional<Tried> tried(StoreEvent.Decided decided, Optional<StoreEvent> before) {
        var attempt = decided.attempt();
        var tellsAnother = attempt.peer().isPresent() && !attempt.peer().equals(attempt.address());
        if (tellsAnother) {
            webmail = attempt.peer();
        }
        var byWebmail = attempt.peer().isPresent() && attempt.peer().equals(webmail);
        if (before.filter(StoreEvent.NobodyCouldSay.class::isInstance).isPresent() && !decided.letIn()) {
            return Optional.empty();
        }
        if (byWebmail && !tellsAnother && decided.letIn()) {
            return Optional.empty();
        }
        return Optional.of(new Tried(
                attempt.user(),
                byWebmail ? Protocol.WEBMAIL : attempt.protocol(),
                byWebmail && !tellsAnother ? Optional.empty() : attempt.address(),
                decided.letIn(),
                before.filter(_ -> decided.letIn())
                        .filter(StoreEvent.AppPasswordMatched.class::isInstance)
                        .map(matched -> ((StoreEvent.AppPasswordMatched) matched).id()),
                decided.at()));
    }
}
