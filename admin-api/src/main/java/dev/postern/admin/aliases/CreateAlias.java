package dev.postern.admin.aliases;

import dev.postern.admin.access.Access;
import dev.postern.admin.outcome.Outcome;
import org.springframework.stereotype.Service;

/** Makes an alias or a catch-all. */
@Service
public class CreateAlias {

    private final StoreAlias store;
    private final Access access;

    CreateAlias(StoreAlias store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** Its targets that are here have to be mailboxes. */
    public Outcome<Alias> apply(NewAlias wanted) {
        access.toChange(wanted.address().domain());
        return store.apply(wanted);
    }
}
