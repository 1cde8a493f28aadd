package dev.postern.admin.migration.accounts;

import dev.postern.admin.addresses.Addresses;
import dev.postern.admin.addresses.Holder;
import dev.postern.admin.aliases.Alias;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.Aliases;
import dev.postern.admin.aliases.Target;
import dev.postern.admin.domains.Domains;
import dev.postern.common.mail.DomainName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is on this platform already. */
interface Here {

    boolean hosts(DomainName domain);

    Optional<Holder> holderOf(String address);

    /** Where an alias leads; nowhere if there is none. */
    List<Target> targetsOf(AliasAddress alias);

    /** Answers from the tables. */
    @Component
    class Tables {

        private final Domains domains;
        private final Addresses addresses;
        private final Aliases aliases;

        Tables(Domains domains, Addresses addresses, Aliases aliases) {
            this.domains = domains;
            this.addresses = addresses;
            this.aliases = aliases;
        }

        /** As they are now; each domain is asked about once. */
        Here now() {
            return new Here() {

                private final Map<DomainName, Boolean> hosted = new HashMap<>();
                private final Map<DomainName, Map<String, Holder>> held = new HashMap<>();

                @Override
                public boolean hosts(DomainName domain) {
                    return hosted.computeIfAbsent(
                            domain, name -> domains.find(name).isPresent());
                }

                @Override
                public Optional<Holder> holderOf(String address) {
                    var domain = DomainName.parse(address.substring(address.lastIndexOf('@') + 1));
                    return Optional.ofNullable(
                            held.computeIfAbsent(domain, addresses::heldIn).get(address));
                }

                @Override
                public List<Target> targetsOf(AliasAddress alias) {
                    return aliases.find(alias)
                            .map(Alias::targets)
                            .map(targets -> targets.all())
                            .orElse(List.of());
                }
            };
        }
    }
}
