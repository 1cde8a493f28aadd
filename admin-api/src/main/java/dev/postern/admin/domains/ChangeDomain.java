package dev.postern.admin.domains;

import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.common.mail.DomainName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ChangeDomain {

    private final Domains domains;

    ChangeDomain(Domains domains) {
        this.domains = domains;
    }

    @Transactional
    public Outcome<Domain> apply(DomainName name, DomainChange change) {
        return domains.change(name, change)
                ? Outcome.done(domains.find(name).orElseThrow())
                : Outcome.refused(new Refusal.Missing("There is no domain %s.".formatted(name)));
    }
}
