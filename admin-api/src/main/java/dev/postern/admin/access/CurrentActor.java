package dev.postern.admin.access;

/** Who is behind the present request or task. */
@FunctionalInterface
public interface CurrentActor {

    /**
     * Looks who acts.
     *
     * @throws Denied when nobody is known to
     */
    Actor get();
}
