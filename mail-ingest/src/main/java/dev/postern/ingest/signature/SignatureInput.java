package dev.postern.ingest.signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.Parameters;
import org.greenbytes.http.sfv.StringItem;

/**
 * What one signature covers, and its parameters (RFC 9421 §2.3).
 *
 * @param components in the order in which they are signed
 * @param created seconds since 1970
 * @param expires seconds since 1970, if the signer set an end of his own
 * @param serialized the value of {@code "@signature-params"}
 */
record SignatureInput(
        List<String> components, long created, Optional<Long> expires, String nonce, String keyId, String serialized) {

    static final String ALGORITHM = "hmac-sha256";

    private static final int MIN_NONCE = 8;
    private static final int MAX_NONCE = 128;

    static SignatureInput of(InnerList list) throws NotBelieved {
        var parameters = list.getParams();
        var algorithm = string(parameters, "alg");
        var nonce = string(parameters, "nonce");
        if (!algorithm.equals(ALGORITHM) || nonce.length() < MIN_NONCE || nonce.length() > MAX_NONCE) {
            throw new NotBelieved(SignatureFault.PARAMETERS);
        }
        return new SignatureInput(
                componentsOf(list),
                integer(parameters, "created"),
                parameters.containsKey("expires") ? Optional.of(integer(parameters, "expires")) : Optional.empty(),
                nonce,
                string(parameters, "keyid"),
                list.serialize());
    }

    /** Component parameters ({@code ;sf}, {@code ;bs}, …) make another value of a component: none is supported. */
    private static List<String> componentsOf(InnerList list) throws NotBelieved {
        var components = new ArrayList<String>();
        Set<String> seen = new HashSet<>();
        for (Item<?> item : list.get()) {
            if (!(item instanceof StringItem name) || !item.getParams().isEmpty() || !seen.add(name.get())) {
                throw new NotBelieved(SignatureFault.COMPONENTS);
            }
            components.add(name.get());
        }
        return List.copyOf(components);
    }

    private static String string(Parameters parameters, String name) throws NotBelieved {
        if (parameters.get(name) instanceof StringItem item) {
            return item.get();
        }
        throw new NotBelieved(SignatureFault.PARAMETERS);
    }

    private static long integer(Parameters parameters, String name) throws NotBelieved {
        if (parameters.get(name) instanceof IntegerItem item) {
            return item.getAsLong();
        }
        throw new NotBelieved(SignatureFault.PARAMETERS);
    }
}
