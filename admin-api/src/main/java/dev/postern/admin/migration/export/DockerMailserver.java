package dev.postern.admin.migration.export;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.domains.DomainLimits;
import dev.postern.admin.migration.export.Remark.Code;
import dev.postern.admin.passwords.ForeignPassword;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.text.DisplayName;
import dev.postern.admin.text.Note;
import dev.postern.common.mail.DomainName;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of docker-mailserver: a line for each account, alias and quota. Its domains are those of its addresses. */
final class DockerMailserver {

    static final String ACCOUNTS = "postfix-accounts.cf";
    static final String ALIASES = "postfix-virtual.cf";
    static final String QUOTAS = "dovecot-quotas.cf";

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int ALL = -1;

    private final Collected collected;
    private final Map<HostedAddress, Optional<Quota>> quotas = new HashMap<>();
    private final Set<DomainName> domains = new HashSet<>();

    DockerMailserver(Collected collected) {
        this.collected = collected;
    }

    /** Quotas have to be read before the accounts that they are for. */
    void read(ExportFile file) throws IOException, Unreadable {
        try (var text = file.text()) {
            long number = 0;
            for (var line = text.readLine(); line != null; line = text.readLine()) {
                number++;
                if (line.length() > LONGEST_LINE || number > ReadExport.MOST_ENTRIES) {
                    throw new Unreadable(number, "…");
                }
                var content = line.strip();
                if (!content.isEmpty() && !content.startsWith("#")) {
                    take(file, new Place(file.name(), number), content);
                }
            }
        }
    }

    private void take(ExportFile file, Place place, String line) {
        if (file.isNamed(ACCOUNTS)) {
            account(place, line);
        } else if (file.isNamed(ALIASES)) {
            alias(place, line);
        } else {
            quota(place, line);
        }
    }

    /** {@code address|{SCHEME}hash}, perhaps with more fields after that. */
    private void account(Place place, String line) {
        var fields = line.split("\\|", ALL);
        if (fields.length < 2) {
            collected.remark(place, fields[0], Code.ENTRY_UNREADABLE);
            return;
        }
        collected.address(place, fields[0]).ifPresent(address -> {
            collected.add(new ExportedMailbox(
                    place,
                    address,
                    ForeignPassword.parse(fields[1]),
                    DisplayName.NONE,
                    quotas.getOrDefault(address, Optional.empty()),
                    true));
            domain(place, address.domain());
        });
    }

    /** {@code alias target,target}; a catch-all is {@code @domain}. */
    private void alias(Place place, String line) {
        var fields = line.split("\\s+", 2);
        if (fields.length < 2) {
            collected.remark(place, fields[0], Code.ENTRY_UNREADABLE);
            return;
        }
        collected.aliasAddress(place, fields[0]).ifPresent(address -> {
            collected.add(new ExportedAlias(place, address, targets(fields[1]), true));
            domain(place, address.domain());
        });
    }

    private static List<String> targets(String text) {
        return PostfixAdmin.targets(text.replaceAll("\\s+", ","));
    }

    /** {@code address:5G}. */
    private void quota(Place place, String line) {
        var colon = line.lastIndexOf(':');
        var bytes = colon < 0 ? Optional.<Long>empty() : Sizes.bytes(line.substring(colon + 1));
        if (bytes.isEmpty()) {
            collected.remark(place, line, Code.ENTRY_UNREADABLE);
            return;
        }
        collected
                .address(place, line.substring(0, colon))
                .ifPresent(
                        address -> quotas.put(address, Sizes.quota(collected, place, address.toString(), bytes.get())));
    }

    private void domain(Place place, DomainName name) {
        if (domains.add(name)) {
            collected.add(new ExportedDomain(place, name, true, Note.NONE, DomainLimits.NONE));
        }
    }
}
