package dev.postern.ingest.delivery;

import dev.postern.common.mail.Sha256;

/** The same for every attempt to deliver one message to one recipient, and for nothing else. */
public record DeliveryKey(Sha256 value) {

    public byte[] bytes() {
        return value.bytes();
    }

    @Override
    public String toString() {
        return value.hex();
    }
}
