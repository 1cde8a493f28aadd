package dev.postern.admin.operators;

import dev.postern.admin.access.Role;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.common.mail.DomainName;
import java.util.Collection;
import java.util.Optional;

/** The people who run the platform. */
public interface Operators {

    Optional<Operator> find(Username username);

    /** By user name. */
    Page<Operator> list(PageRequest request);

    boolean areThere();

    Optional<PasswordHash> passwordOf(Username username);

    /** Returns whether the name was free. */
    boolean add(Username username, Role role, boolean enabled, PasswordHash password);

    /** Finds an operator, who stays as he is until the transaction ends. */
    Optional<Operator> hold(Username username);

    void change(Username username, Role role, boolean enabled, Collection<DomainName> domains);

    /** Sets the password, or takes it away. */
    void setPassword(Username username, Optional<PasswordHash> password);

    void remove(Username username);

    /**
     * Whether somebody else can run the platform. Whoever asks is the only one to, until the transaction ends: else two
     * owners could take each other's rights at the same moment.
     */
    boolean isAnotherOwner(Username than);

    /** Those that are not there. */
    Collection<DomainName> unknown(Collection<DomainName> domains);
}
