package dev.postern.admin.domains;

import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.common.mail.DomainName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CreateDomain {

    private final Domains domains;

    CreateDomain(Domains domains) {
        this.domains = domains;
    }

    @Transactional
    public Outcome<Domain> apply(DomainName name, boolean enabled, RelayName relay) {
        if (!name.ascii().contains(".")) {
            return Outcome.refused(new Refusal.Unfit(
                    "name", "'%s' has no dot; give the whole name, like example.org.".formatted(name)));
        }
        if (!domains.add(name, enabled, relay)) {
            return Outcome.refused(new Refusal.Taken("name", "The domain %s is there already.".formatted(name)));
        }
        return Outcome.done(domains.find(name).orElseThrow());
    }
}
