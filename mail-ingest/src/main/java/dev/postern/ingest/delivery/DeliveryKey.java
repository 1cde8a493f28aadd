package dev.postern.ingest.delivery;

import dev.postern.common.mail.Sha256;
import java.util.HexFormat;

/** The same for every attempt to deliver one message to one recipient, and for nothing else. */
public record DeliveryKey(Sha256 value) {

    /** Where it stands in a message that was handed on. */
    static final String HEADER = "X-Postern-Delivery-Key";

    /** @throws IllegalArgumentException if the text is not 64 hexadecimal digits */
    static DeliveryKey parse(String hex) {
        return new DeliveryKey(Sha256.fromBytes(HexFormat.of().parseHex(hex)));
    }

    public byte[] bytes() {
        return value.bytes();
    }

    @Override
    public String toString() {
        return value.hex();
    }
}
