package dev.postern.ingest.signature;

/** Ends the examination of a request. Requests like this may come in numbers: no stack trace. */
final class NotBelieved extends Exception {

    private final transient SignatureFault fault;

    NotBelieved(SignatureFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    SignatureFault fault() {
        return fault;
    }
}
