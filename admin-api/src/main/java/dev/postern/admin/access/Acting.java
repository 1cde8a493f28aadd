package dev.postern.admin.access;

import java.util.function.Supplier;

/** Says who acts where no request of an operator does: at the start, on schedule, for the owner of a mailbox. */
public final class Acting {

    static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

    private Acting() {}

    public static void as(Actor actor, Runnable deed) {
        ScopedValue.where(ACTOR, actor).run(deed);
    }

    public static <T> T as(Actor actor, Supplier<T> deed) {
        return ScopedValue.where(ACTOR, actor).call(deed::get);
    }
}
