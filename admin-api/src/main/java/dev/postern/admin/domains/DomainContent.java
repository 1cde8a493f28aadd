package dev.postern.admin.domains;

import java.util.List;

/**
 * What is in a domain.
 *
 * @param quotaBytes what its mailboxes may hold together
 * @param catchAll where mail goes that no mailbox and no alias of the domain takes
 */
public record DomainContent(long mailboxes, long aliases, long quotaBytes, List<String> catchAll) {

    static final DomainContent EMPTY = new DomainContent(0, 0, 0, List.of());

    public DomainContent {
        catchAll = List.copyOf(catchAll);
    }
}
