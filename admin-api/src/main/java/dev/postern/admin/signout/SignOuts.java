package dev.postern.admin.signout;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.common.mail.DomainName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Signs people out everywhere: from mail programs, from submission, from webmail. It is part of the transaction that gives
 * the reason, and takes effect when that is committed; the mail store may be away meanwhile, and is told when it is back.
 */
@Service
public class SignOuts {

    private final SignOutTable table;
    private final EndSessions endSessions;

    SignOuts(SignOutTable table, EndSessions endSessions) {
        this.table = table;
        this.endSessions = endSessions;
    }

    /** Ends what is open to a mailbox, whether it is still there or not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(HostedAddress mailbox) {
        of(new Whose.OfMailbox(mailbox));
    }

    /** Ends what is open to any mailbox of a domain. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(DomainName domain) {
        of(new Whose.OfDomain(domain));
    }

    private void of(Whose whose) {
        table.add(whose);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                endSessions.soon();
            }
        });
    }
}
