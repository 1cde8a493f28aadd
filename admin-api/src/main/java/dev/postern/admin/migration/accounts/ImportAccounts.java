package dev.postern.admin.migration.accounts;

import dev.postern.admin.access.Access;
import dev.postern.admin.aliases.CreateAlias;
import dev.postern.admin.aliases.Expiry;
import dev.postern.admin.aliases.NewAlias;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.domains.CreateDomain;
import dev.postern.admin.domains.DetailSeparator;
import dev.postern.admin.domains.DomainLimits;
import dev.postern.admin.domains.NewDomain;
import dev.postern.admin.domains.RelayName;
import dev.postern.admin.domains.SetLimits;
import dev.postern.admin.forwarding.SetForwarding;
import dev.postern.admin.mailboxes.NewMailbox;
import dev.postern.admin.mailboxes.StoreMailbox;
import dev.postern.admin.migration.export.AccountExport;
import dev.postern.admin.migration.export.ExportedDomain;
import dev.postern.admin.migration.export.ExportedMailbox;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.text.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes over the accounts of an export: all that can be, or nothing. */
@Service
class ImportAccounts {

    private final PlanAccounts planAccounts;
    private final TakePasswords takePasswords;
    private final CreateDomain createDomain;
    private final SetLimits setLimits;
    private final StoreMailbox storeMailbox;
    private final CreateAlias createAlias;
    private final SetForwarding setForwarding;
    private final TransactionTemplate transaction;
    private final Access access;
    private final AuditLog audit;

    ImportAccounts(
            PlanAccounts planAccounts,
            TakePasswords takePasswords,
            CreateDomain createDomain,
            SetLimits setLimits,
            StoreMailbox storeMailbox,
            CreateAlias createAlias,
            SetForwarding setForwarding,
            TransactionTemplate transaction,
            Access access,
            AuditLog audit) {
        this.planAccounts = planAccounts;
        this.takePasswords = takePasswords;
        this.createDomain = createDomain;
        this.setLimits = setLimits;
        this.storeMailbox = storeMailbox;
        this.createAlias = createAlias;
        this.setForwarding = setForwarding;
        this.transaction = transaction;
        this.access = access;
        this.audit = audit;
    }

    /** Says what would come of it. */
    AccountPlan preview(AccountExport export) {
        access.toRunThePlatform();
        return planAccounts.apply(export);
    }

    /**
     * Does it.
     *
     * @param leaveOut whether entries that cannot be taken may stay behind; otherwise one of them refuses everything
     */
    Outcome<ImportedAccounts> apply(AccountExport export, boolean leaveOut) {
        access.toRunThePlatform();
        var plan = planAccounts.apply(export);
        if (plan.leftBehind() > 0 && !leaveOut) {
            return Outcome.refused(new Refusal.Unfit(
                    "leaveOut",
                    "%d entries cannot be taken, so nothing was. Mend the export, or leave them out."
                            .formatted(plan.leftBehind())));
        }
        return switch (takePasswords.apply(plan.mailboxes())) {
            case Outcome.Refused<TakePasswords.Taken>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<TakePasswords.Taken>(var passwords) ->
                make(plan, passwords)
                        .<Outcome<ImportedAccounts>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(new ImportedAccounts(plan, passwords.made())));
        };
    }

    private Optional<Refusal> make(AccountPlan plan, TakePasswords.Taken passwords) {
        return Optional.ofNullable(transaction.execute(status -> {
            var refusal = firstRefusal(steps(plan, passwords));
            refusal.ifPresentOrElse(_ -> status.setRollbackOnly(), () -> note(plan));
            return refusal.orElse(null);
        }));
    }

    private List<Step> steps(AccountPlan plan, TakePasswords.Taken passwords) {
        var steps = new ArrayList<Step>();
        plan.domains().forEach(domain -> steps.add(() -> createDomain.apply(domainOf(domain))));
        plan.mailboxes()
                .forEach(mailbox ->
                        steps.add(() -> storeMailbox.apply(mailboxOf(mailbox), passwords.hashOf(mailbox.address()))));
        plan.aliases().forEach(alias -> steps.add(() -> createAlias.apply(aliasOf(alias))));
        plan.forwardings()
                .forEach(planned -> steps.add(
                        () -> setForwarding.apply(planned.mailbox(), planned.forwarding(), Optional.empty())));
        // Last: what is there already may be more than they allow.
        plan.domains().stream()
                .filter(domain -> !domain.limits().equals(DomainLimits.NONE))
                .forEach(domain -> steps.add(() -> setLimits.apply(domain.name(), domain.limits(), Optional.empty())));
        return steps;
    }

    /** Makes one thing. */
    @FunctionalInterface
    private interface Step {

        Outcome<?> take();
    }

    private static Optional<Refusal> firstRefusal(List<Step> steps) {
        for (var step : steps) {
            if (step.take() instanceof Outcome.Refused<?>(var refusal)) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private void note(AccountPlan plan) {
        audit.add(AuditEvent.ofPlatform(
                "accounts.imported",
                "accounts",
                Optional.empty(),
                Optional.of(new Snapshot(Map.of(
                        "domains", plan.domains().size(),
                        "mailboxes", plan.mailboxes().size(),
                        "aliases", plan.aliases().size(),
                        "leftBehind", plan.leftBehind())))));
    }

    private static NewDomain domainOf(ExportedDomain domain) {
        return new NewDomain(domain.name(), domain.enabled(), RelayName.MAIN, domain.note(), DetailSeparator.PLUS);
    }

    private static NewMailbox mailboxOf(ExportedMailbox mailbox) {
        return new NewMailbox(
                mailbox.address(),
                Optional.empty(),
                mailbox.displayName(),
                Note.NONE,
                mailbox.quota(),
                mailbox.enabled());
    }

    private static NewAlias aliasOf(PlannedAlias alias) {
        return new NewAlias(alias.address(), alias.targets(), Note.NONE, alias.enabled(), Expiry.NEVER, false);
    }
}
