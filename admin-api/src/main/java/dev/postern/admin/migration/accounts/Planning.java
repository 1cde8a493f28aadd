package dev.postern.admin.migration.accounts;

import static java.util.function.Function.identity;

import dev.postern.admin.addresses.Holder;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.Target;
import dev.postern.admin.aliases.Targets;
import dev.postern.admin.domains.DomainLimits;
import dev.postern.admin.forwarding.Forwarding;
import dev.postern.admin.migration.accounts.AccountPlan.Present;
import dev.postern.admin.migration.export.AccountExport;
import dev.postern.admin.migration.export.DomainAlias;
import dev.postern.admin.migration.export.ExportedAlias;
import dev.postern.admin.migration.export.ExportedDomain;
import dev.postern.admin.migration.export.ExportedMailbox;
import dev.postern.admin.migration.export.Place;
import dev.postern.admin.migration.export.Remark;
import dev.postern.admin.migration.export.Remark.Code;
import dev.postern.admin.passwords.ForeignPassword;
import dev.postern.admin.text.Note;
import dev.postern.common.mail.DomainName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares an export with what is here, in the order in which things need each other: domains, mailboxes, aliases. */
final class Planning {

    private final AccountExport export;
    private final Here here;
    private final Map<DomainName, ExportedDomain> domains = new LinkedHashMap<>();
    private final Map<String, ExportedMailbox> mailboxes = new LinkedHashMap<>();
    private final Map<String, PlannedAlias> aliases = new LinkedHashMap<>();
    private final List<PlannedForwarding> forwardings = new ArrayList<>();
    private final List<Present> present = new ArrayList<>();
    private final List<Remark> remarks;

    Planning(AccountExport export, Here here) {
        this.export = export;
        this.here = here;
        this.remarks = new ArrayList<>(export.remarks());
    }

    AccountPlan plan() {
        export.domains().forEach(this::domain);
        export.domainAliases().forEach(this::domain);
        export.mailboxes().forEach(this::mailbox);
        var exported = export.aliases().stream()
                .collect(Collectors.toMap(alias -> alias.address().toString(), identity(), (first, _) -> first));
        var targets =
                new AliasTargets(exported, this::willBeMailbox, target -> willBeHosted(target.domain()), here, remarks);
        export.aliases().forEach(alias -> alias(alias, targets));
        export.domainAliases().forEach(this::expand);
        return new AccountPlan(
                List.copyOf(domains.values()),
                List.copyOf(mailboxes.values()),
                List.copyOf(aliases.values()),
                forwardings,
                present,
                remarks);
    }

    private void domain(ExportedDomain domain) {
        if (here.hosts(domain.name())) {
            present.add(new Present(Present.Kind.DOMAIN, domain.name().ascii()));
        } else {
            domains.put(domain.name(), domain);
        }
    }

    /** Some servers list a domain that is only another name for one among the domains, and some do not. */
    private void domain(DomainAlias alias) {
        if (!willBeHosted(alias.name())) {
            domains.put(
                    alias.name(),
                    new ExportedDomain(alias.place(), alias.name(), alias.enabled(), Note.NONE, DomainLimits.NONE));
        }
    }

    private void mailbox(ExportedMailbox mailbox) {
        var address = mailbox.address().toString();
        if (isUnknown(mailbox.place(), address, mailbox.address().domain())) {
            return;
        }
        var holder = here.holderOf(address);
        if (holder.isEmpty()) {
            mailboxes.put(address, mailbox);
            password(mailbox);
        } else if (holder.get() == Holder.MAILBOX) {
            present.add(new Present(Present.Kind.MAILBOX, address));
        } else {
            remark(mailbox.place(), address, Code.HELD);
        }
    }

    private void password(ExportedMailbox mailbox) {
        var address = mailbox.address().toString();
        switch (mailbox.password()) {
            case ForeignPassword.Kept(var hash)
            when hash.scheme().isWeak() ->
                remark(
                        mailbox.place(),
                        address,
                        Code.PASSWORD_WEAK,
                        hash.scheme().label());
            case ForeignPassword.Kept _ -> {
                // It comes along as it is.
            }
            case ForeignPassword.PlainText _ -> remark(mailbox.place(), address, Code.PASSWORD_PLAIN);
            case ForeignPassword.Useless(var why, var scheme) ->
                remark(
                        mailbox.place(),
                        address,
                        switch (why) {
                            case MISSING -> Code.PASSWORD_MISSING;
                            case UNKNOWN -> Code.PASSWORD_UNKNOWN;
                            case UNSALTED -> Code.PASSWORD_UNSALTED;
                            case MALFORMED -> Code.PASSWORD_MALFORMED;
                            case EXPENSIVE -> Code.PASSWORD_EXPENSIVE;
                        },
                        scheme);
        }
    }

    private void alias(ExportedAlias alias, AliasTargets targets) {
        var address = alias.address().toString();
        if (willBeMailbox(address)) {
            forward(alias, targets);
        } else if (!isUnknown(alias.place(), address, alias.address().domain())) {
            if (here.holderOf(address).isPresent()) {
                present.add(new Present(Present.Kind.ALIAS, address));
            } else {
                add(alias, targets.of(alias));
            }
        }
    }

    private void add(ExportedAlias alias, List<Target> targets) {
        var address = alias.address().toString();
        if (targets.size() > Targets.MAX) {
            remark(alias.place(), address, Code.TARGETS_TOO_MANY, String.valueOf(targets.size()));
        } else if (!targets.isEmpty()) {
            aliases.put(
                    address, new PlannedAlias(alias.place(), alias.address(), new Targets(targets), alias.enabled()));
        }
    }

    /** There, a mailbox has an alias that leads to itself, and perhaps to others besides or instead. */
    private void forward(ExportedAlias alias, AliasTargets targets) {
        var address = alias.address().toString();
        var mailbox = mailboxes.get(address);
        var others = alias.targets().stream()
                .filter(target -> !target.equalsIgnoreCase(address))
                .toList();
        if (mailbox == null || others.isEmpty()) {
            return;
        }
        var reached = targets.of(alias, others).stream()
                .filter(target -> !target.mailbox().toString().equals(address))
                .toList();
        if (reached.size() > Forwarding.MAX_TARGETS) {
            remark(alias.place(), address, Code.FORWARDS_TOO_MANY, String.valueOf(reached.size()));
        } else if (!reached.isEmpty()) {
            var keepsCopy = others.size() < alias.targets().size();
            forwardings.add(new PlannedForwarding(mailbox.address(), new Forwarding(reached, keepsCopy)));
        }
    }

    /** Each address of the other domain gets one in this domain that leads to the same. */
    private void expand(DomainAlias domain) {
        remark(
                domain.place(),
                domain.name().toString(),
                Code.DOMAIN_EXPANDED,
                domain.target().toString());
        for (var mailbox : List.copyOf(mailboxes.values())) {
            if (mailbox.address().domain().equals(domain.target())) {
                var target = Target.parse(mailbox.address().toString());
                addUnder(domain, new AliasAddress.Single(mailbox.address()), new Targets(List.of(target)), true);
            }
        }
        for (var alias : List.copyOf(aliases.values())) {
            if (alias.address().domain().equals(domain.target())) {
                addUnder(domain, alias.address(), alias.targets(), alias.enabled());
            }
        }
    }

    private void addUnder(DomainAlias domain, AliasAddress original, Targets targets, boolean enabled) {
        AliasAddress address = switch (original) {
            case AliasAddress.CatchAll _ -> new AliasAddress.CatchAll(domain.name());
            case AliasAddress.Single(var single) ->
                new AliasAddress.Single(HostedAddress.parse(single.localPart() + "@" + domain.name()));
        };
        var text = address.toString();
        if (!willBeMailbox(text) && here.holderOf(text).isEmpty()) {
            aliases.putIfAbsent(text, new PlannedAlias(domain.place(), address, targets, enabled && domain.enabled()));
        }
    }

    private boolean isUnknown(Place place, String address, DomainName domain) {
        if (willBeHosted(domain)) {
            return false;
        }
        remark(place, address, Code.DOMAIN_UNKNOWN, domain.toString());
        return true;
    }

    private boolean willBeHosted(DomainName domain) {
        return domains.containsKey(domain) || here.hosts(domain);
    }

    private boolean willBeMailbox(String address) {
        return mailboxes.containsKey(address)
                || here.holderOf(address)
                        .filter(holder -> holder == Holder.MAILBOX)
                        .isPresent();
    }

    private void remark(Place place, String subject, Code code) {
        remark(place, subject, code, "");
    }

    private void remark(Place place, String subject, Code code, String argument) {
        remarks.add(new Remark(place, subject, code, argument));
    }
}
