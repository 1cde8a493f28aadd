package dev.postern.admin.sending;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.common.mail.DomainName;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets what a mailbox or a whole domain may send. */
@Service
class SetSending {

    private final SendingRights rights;
    private final Access access;
    private final AuditLog audit;

    SetSending(SendingRights rights, Access access, AuditLog audit) {
        this.rights = rights;
        this.access = access;
        this.audit = audit;
    }

    /** Empty if there is no such mailbox. */
    @Transactional
    public Optional<SendingRights.OfMailbox> apply(HostedAddress mailbox, SendingRights.OfMailbox wanted) {
        access.toChange(mailbox.domain());
        var before = rights.of(mailbox);
        var after = rights.set(mailbox, wanted);
        after.ifPresent(set -> audit.add(AuditEvent.changed(
                "mailbox.sending-set", mailbox.toString(), mailbox.domain(), shown(before.orElseThrow()), shown(set))));
        return after;
    }

    /** Empty if there is no such domain. What a whole domain may send is not for its own administrators to say. */
    @Transactional
    public Optional<SendingLimits> apply(DomainName domain, SendingLimits wanted) {
        access.toRunThePlatform();
        var before = rights.of(domain);
        var after = rights.set(domain, wanted);
        after.ifPresent(set -> audit.add(AuditEvent.changed(
                "domain.sending-set", domain.ascii(), domain, Snapshot.of(before.orElseThrow()), Snapshot.of(set))));
        return after;
    }

    private static Snapshot shown(SendingRights.OfMailbox rights) {
        return Snapshot.of(rights.limits()).with("sendsForDomain", rights.sendsForDomain());
    }
}
