package dev.postern.ingest.submission;

import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.MalformedAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether mail for an address goes on to somewhere else: the steps of admin-api's view {@code sending_view.way}, asked each
 * time. An alias leads to mailboxes, and a mailbox may lead to others.
 */
@Component
class Forwards {

    private final JdbcClient jdbc;
    private final HeldNames heldNames;

    Forwards(JdbcClient jdbc, HeldNames heldNames) {
        this.jdbc = jdbc;
        this.heldNames = heldNames;
    }

    boolean goesOn(String recipient) {
        try {
            return goesOn(MailAddress.parse(recipient));
        } catch (MalformedAddress nobody) {
            return false;
        }
    }

    /** The domain's catch-all takes what nothing else does. */
    private boolean goesOn(MailAddress recipient) {
        var steps = from(heldNames.of(recipient));
        return leadsOutside(
                steps.isEmpty() ? from(List.of("@" + recipient.domain().ascii())) : steps);
    }

    private boolean leadsOutside(List<Step> first) {
        var steps = first;
        var seen = new HashSet<String>();
        while (steps.stream().noneMatch(Step::outside)) {
            var next = mailboxes(steps);
            next.removeAll(seen);
            if (next.isEmpty()) {
                return false;
            }
            seen.addAll(next);
            steps = from(next);
        }
        return true;
    }

    private static Set<String> mailboxes(List<Step> steps) {
        return steps.stream().map(Step::target).collect(Collectors.toCollection(HashSet::new));
    }

    private List<Step> from(Collection<String> addresses) {
        return jdbc.sql("SELECT target, outside FROM sending_view.way WHERE address IN (:addresses)")
                .param("addresses", addresses)
                .query((row, _) -> new Step(Objects.requireNonNull(row.getString("target")), row.getBoolean("outside")))
                .list();
    }

    private record Step(String target, boolean outside) {}
}
