package dev.postern.ingest.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import org.greenbytes.http.sfv.StringItem;

/** The bytes that are signed (RFC 9421 §2.5). */
final class SignatureBase {

    private SignatureBase() {}

    /** @throws NotBelieved if a component is not in the request, or is one that is not supported */
    static byte[] of(SignedRequest request, SignatureInput input) throws NotBelieved {
        var base = new StringBuilder();
        for (var component : input.components()) {
            var value = valueOf(request, component).orElseThrow(() -> new NotBelieved(SignatureFault.COMPONENTS));
            base.append(StringItem.valueOf(component).serialize())
                    .append(": ")
                    .append(value)
                    .append('\n');
        }
        base.append("\"@signature-params\": ").append(input.serialized());
        // The container reads header fields as ISO 8859-1, so this gives back the bytes as they came.
        return base.toString().getBytes(ISO_8859_1);
    }

    private static Optional<String> valueOf(SignedRequest request, String component) {
        return switch (component) {
            case "@method" -> Optional.of(request.method());
            case "@path" -> Optional.of(request.path());
            case "@authority" -> Optional.of(request.authority());
            default -> component.startsWith("@") ? Optional.empty() : request.field(component);
        };
    }
}
