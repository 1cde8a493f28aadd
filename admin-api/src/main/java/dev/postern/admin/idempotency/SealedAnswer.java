package dev.postern.admin.idempotency;

/** Bytes that only the caller's token opens. */
final class SealedAnswer {

    private final byte[] bytes;

    SealedAnswer(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
