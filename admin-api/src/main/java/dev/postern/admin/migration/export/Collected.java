package dev.postern.admin.migration.export;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.migration.export.Remark.Code;
import dev.postern.common.mail.DomainName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was read so far. Each thing is taken once; a second one of the same name is told of. */
final class Collected {

    private static final int LONGEST_SHOWN = 120;

    private final Map<DomainName, ExportedDomain> domains = new LinkedHashMap<>();
    private final Map<HostedAddress, ExportedMailbox> mailboxes = new LinkedHashMap<>();
    private final Map<AliasAddress, ExportedAlias> aliases = new LinkedHashMap<>();
    private final Map<DomainName, DomainAlias> domainAliases = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    void add(ExportedDomain domain) {
        if (domains.putIfAbsent(domain.name(), domain) != null) {
            remark(domain.place(), domain.name().toString(), Code.TWICE);
        }
    }

    void add(ExportedMailbox mailbox) {
        if (mailboxes.putIfAbsent(mailbox.address(), mailbox) != null) {
            remark(mailbox.place(), mailbox.address().toString(), Code.TWICE);
        }
    }

    void add(ExportedAlias alias) {
        if (aliases.putIfAbsent(alias.address(), alias) != null) {
            remark(alias.place(), alias.address().toString(), Code.TWICE);
        }
    }

    void add(DomainAlias alias) {
        if (domainAliases.putIfAbsent(alias.name(), alias) != null) {
            remark(alias.place(), alias.name().toString(), Code.TWICE);
        }
    }

    /** Empty, and told of, where a domain cannot be named so. */
    Optional<DomainName> domain(Place place, String text) {
        try {
            var name = DomainName.parse(text);
            if (name.ascii().contains(".")) {
                return Optional.of(name);
            }
        } catch (IllegalArgumentException malformed) {
            // Told of below, as a name without a dot is.
        }
        remark(place, text, Code.DOMAIN_MALFORMED);
        return Optional.empty();
    }

    /** Empty, and told of, where no mailbox here can have such an address. */
    Optional<HostedAddress> address(Place place, String text) {
        try {
            return Optional.of(HostedAddress.parse(text));
        } catch (IllegalArgumentException malformed) {
            remark(place, text, Code.ADDRESS_MALFORMED);
            return Optional.empty();
        }
    }

    /** The same for an alias or a catch-all. */
    Optional<AliasAddress> aliasAddress(Place place, String text) {
        try {
            return Optional.of(AliasAddress.parse(text));
        } catch (IllegalArgumentException malformed) {
            remark(place, text, Code.ADDRESS_MALFORMED);
            return Optional.empty();
        }
    }

    void remark(Place place, String subject, Code code) {
        remark(place, subject, code, "");
    }

    void remark(Place place, String subject, Code code, String argument) {
        remarks.add(new Remark(place, shown(subject), code, shown(argument)));
    }

    AccountExport whole() {
        return new AccountExport(
                List.copyOf(domains.values()),
                List.copyOf(mailboxes.values()),
                List.copyOf(aliases.values()),
                List.copyOf(domainAliases.values()),
                remarks);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
