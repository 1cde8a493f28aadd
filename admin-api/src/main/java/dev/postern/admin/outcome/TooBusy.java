package dev.postern.admin.outcome;

/** The service has as much to do as it can take; nothing was changed. */
public final class TooBusy extends RuntimeException {

    public TooBusy(String detail) {
        super(detail);
    }
}
