package dev.postern.ingest.submission;

import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.MalformedAddress;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether mail for an address goes on to somewhere else: admin-api's view {@code sending_view.forward}, asked each time. */
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

    /** The address itself, without its detail, or its domain's catch-all, unless a mailbox of that name takes it. */
    private boolean goesOn(MailAddress recipient) {
        var own = heldNames.of(recipient);
        var catchAll = List.of("@" + recipient.domain().ascii());
        return isThere("forward", own) || (isThere("forward", catchAll) && !isThere("identity", own));
    }

    private boolean isThere(String view, List<String> addresses) {
        return jdbc.sql("SELECT COUNT(*) FROM sending_view.%s WHERE address IN (:addresses)".formatted(view))
                        .param("addresses", addresses)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
