package dev.postern.admin.overview;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.Audience;
import dev.postern.admin.domains.Domain;
import dev.postern.admin.domains.DomainContent;
import dev.postern.admin.domains.DomainContents;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.surroundings.Surroundings;
import dev.postern.admin.surroundings.WatchSurroundings;
import dev.postern.admin.usage.Stored;
import dev.postern.admin.usage.Usages;
import dev.postern.common.mail.DomainName;
import dev.postern.common.mail.MessageSize;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the first page shows. */
@Service
class LookAround {

    private final Domains domains;
    private final DomainContents contents;
    private final Usages usages;
    private final WatchSurroundings watch;
    private final Access access;

    LookAround(Domains domains, DomainContents contents, Usages usages, WatchSurroundings watch, Access access) {
        this.domains = domains;
        this.contents = contents;
        this.usages = usages;
        this.watch = watch;
        this.access = access;
    }

    @Transactional(readOnly = true)
    public Overview apply() {
        var seen = watch.latest();
        var all = everyDomain();
        var names = all.stream().map(Domain::name).toList();
        var inside = contents.of(names);
        return new Overview(
                all.size(),
                sum(inside.values(), DomainContent::mailboxes),
                sum(inside.values(), DomainContent::aliases),
                Stored.in(usages.in(names).values()),
                new MessageSize(sum(inside.values(), DomainContent::quotaBytes)),
                seen,
                Stream.of(ofPlatform(seen), ofDomains(all, inside, seen))
                        .flatMap(List::stream)
                        .toList());
    }

    private List<Domain> everyDomain() {
        var all = new ArrayList<Domain>();
        var page = 0;
        long total;
        do {
            var part = domains.list(Optional.empty(), access.scope(), new PageRequest(page++, PageRequest.MAX_SIZE));
            all.addAll(part.items());
            total = part.total();
        } while (all.size() < total);
        return all;
    }

    /** What is told of the whole platform may name accounts of any domain. */
    private List<Concern> ofPlatform(Surroundings seen) {
        var concerns = new ArrayList<Concern>();
        seen.broken().forEach(component -> concerns.add(new Concern.Broken(component)));
        if (Audience.OVERSEERS.includes(access.actor().rights().role())) {
            seen.alerts().ifPresent(alerts -> alerts.forEach(alert -> concerns.add(new Concern.Told(alert))));
        }
        return concerns;
    }

    private static List<Concern> ofDomains(List<Domain> all, Map<DomainName, DomainContent> inside, Surroundings seen) {
        var concerns = new ArrayList<Concern>();
        if (all.isEmpty()) {
            concerns.add(new Concern.NoDomain());
        }
        all.stream().filter(Domain::enabled).map(Domain::name).forEach(name -> {
            var content = Objects.requireNonNull(inside.get(name));
            if (content.mailboxes() == 0 && content.aliases() == 0) {
                concerns.add(new Concern.Deserted(name));
            } else if (seen.leavesUnsigned(name)) {
                concerns.add(new Concern.Unsigned(name));
            }
        });
        return concerns;
    }

    private static long sum(Collection<DomainContent> contents, ToLongFunction<DomainContent> figure) {
        return contents.stream().mapToLong(figure).sum();
    }
}
