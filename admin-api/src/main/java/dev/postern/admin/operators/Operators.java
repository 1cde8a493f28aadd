package dev.postern.admin.operators;

import dev.postern.admin.passwords.PasswordHash;
import java.util.Optional;

/** The people who may sign in to the dashboards. */
interface Operators {

    Optional<PasswordHash> passwordOf(String username);

    /** Makes the operator, or gives the one of that name another password. */
    void save(String username, PasswordHash password);
}
