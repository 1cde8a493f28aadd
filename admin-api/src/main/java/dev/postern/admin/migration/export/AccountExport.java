package dev.postern.admin.migration.export;

import java.util.List;

/**
 * The accounts of another mail server, each thing once, and what is to be said about those that could not be read.
 *
 * @param mailboxes may lie in domains that are not among them
 */
public record AccountExport(
        List<ExportedDomain> domains,
        List<ExportedMailbox> mailboxes,
        List<ExportedAlias> aliases,
        List<DomainAlias> domainAliases,
        List<Remark> remarks) {

    public AccountExport {
        domains = List.copyOf(domains);
        mailboxes = List.copyOf(mailboxes);
        aliases = List.copyOf(aliases);
        domainAliases = List.copyOf(domainAliases);
        remarks = List.copyOf(remarks);
    }
}
