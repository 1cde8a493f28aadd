package dev.postern.admin.pages;

import dev.postern.admin.access.Audience;
import dev.postern.admin.access.CurrentActor;

/** What the reader of a page may do, so that it offers nothing else. Asked only by pages that want to know. */
public final class May {

    private final CurrentActor current;

    May(CurrentActor current) {
        this.current = current;
    }

    /** Change accounts, in the domains that he sees. */
    public boolean change() {
        return is(Audience.ADMINISTRATORS);
    }

    /** Change what concerns the whole platform. */
    public boolean run() {
        return is(Audience.OWNERS);
    }

    /** See the whole platform. */
    public boolean oversee() {
        return is(Audience.OVERSEERS);
    }

    private boolean is(Audience audience) {
        return audience.includes(current.get().rights().role());
    }
}
