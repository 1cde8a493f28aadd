package dev.postern.admin.migration.accounts;

import dev.postern.admin.migration.export.ExportedDomain;
import dev.postern.admin.migration.export.ExportedMailbox;
import dev.postern.admin.migration.export.Remark;
import dev.postern.admin.migration.export.Remark.Severity;
import java.util.List;

/**
 * What taking over an export would do.
 *
 * @param domains those that would be made, and so on
 * @param present names of domains, mailboxes and aliases that are here already and stay as they are
 */
public record AccountPlan(
        List<ExportedDomain> domains,
        List<ExportedMailbox> mailboxes,
        List<PlannedAlias> aliases,
        List<PlannedForwarding> forwardings,
        List<Present> present,
        List<Remark> remarks) {

    public AccountPlan {
        domains = List.copyOf(domains);
        mailboxes = List.copyOf(mailboxes);
        aliases = List.copyOf(aliases);
        forwardings = List.copyOf(forwardings);
        present = List.copyOf(present);
        remarks = remarks.stream()
                .sorted((one, other) -> {
                    var bySeverity =
                            one.code().severity().compareTo(other.code().severity());
                    return bySeverity != 0 ? bySeverity : one.place().compareTo(other.place());
                })
                .toList();
    }

    /** What is here already. */
    public record Present(Kind kind, String name) {

        /** What kind of thing it is. */
        public enum Kind {
            DOMAIN,
            MAILBOX,
            ALIAS
        }
    }

    /** How many entries would stay behind. */
    public long leftBehind() {
        return count(Severity.NOT_TAKEN);
    }

    public long count(Severity severity) {
        return remarks.stream()
                .filter(remark -> remark.code().severity() == severity)
                .count();
    }

    /** Whether nothing would be made. */
    public boolean isEmpty() {
        return domains.isEmpty() && mailboxes.isEmpty() && aliases.isEmpty();
    }
}
