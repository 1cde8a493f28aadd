package dev.postern.admin.surroundings;

import dev.postern.common.mail.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was last seen of the other services.
 *
 * @param at when they were asked
 * @param traffic of the last 24 hours; empty while mail-ingest does not answer
 * @param alerts likewise
 * @param signed the domains with DKIM keys; empty while dkim-tools does not answer
 */
public record Surroundings(
        Instant at,
        List<ComponentState> components,
        Optional<Traffic> traffic,
        Optional<List<Alert>> alerts,
        Optional<Set<DomainName>> signed) {

    public Surroundings {
        components = List.copyOf(components);
    }

    Surroundings signing(DomainName domain) {
        return new Surroundings(
                at,
                components,
                traffic,
                alerts,
                signed.map(domains ->
                        Stream.concat(domains.stream(), Stream.of(domain)).collect(Collectors.toSet())));
    }

    public List<ComponentState> broken() {
        return components.stream().filter(component -> !component.working()).toList();
    }

    /** Whether mail of a domain leaves unsigned, as far as that is known. */
    public boolean leavesUnsigned(DomainName domain) {
        return signed.filter(domains -> !domains.contains(domain)).isPresent();
    }
}
