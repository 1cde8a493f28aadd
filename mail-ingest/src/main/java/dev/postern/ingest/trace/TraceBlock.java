package dev.postern.ingest.trace;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Pattern;

/**
 * What Cloudflare wrote on top of a message: who brought it, and where the sender's own bytes begin.
 *
 * <p>Believed is only a block whose first field is the message's first and is Cloudflare's {@code Received}; each field
 * at most once, in Cloudflare's order, and bearing Cloudflare's name. Where that ends, the sender's bytes begin: an ARC
 * set of another forwarder right below belongs to them.
 *
 * @param length of the block in bytes, 0 if there is none
 */
public record TraceBlock(ClientIdentity client, int length) {

    /** How much of a message is looked at; a block that is longer is none of Cloudflare's. */
    public static final int MAX_LENGTH = 32 * 1024;

    private static final Pattern RECEIVED = Pattern.compile(
            "from\\s+\\S+\\s+\\(\\[?(?:IPv6:)?([0-9A-Fa-f.:]+)\\]?\\)\\s+by\\s+cloudflare-email\\.net(?![\\w.-]).*",
            Pattern.DOTALL);
    private static final Pattern BY = Pattern.compile("\\bby\\s+cloudflare-email\\.net\\b");
    private static final Pattern CLIENT_IP =
            Pattern.compile("[\\s;]client-ip\\s*=\\s*\"?([0-9A-Fa-f.:]+)\"?\\s*(?:;|$)");
    private static final Pattern HELO =
            Pattern.compile("[\\s;]helo\\s*=\\s*\"?([A-Za-z0-9._:\\[\\]-]{1,255})\"?\\s*(?:;|$)");

    private static final TraceBlock NONE = new TraceBlock(ClientIdentity.UNKNOWN, 0);

    /**
     * Reads the block, if there is one.
     *
     * @param beginning the first bytes of a message, {@link #MAX_LENGTH} are enough
     */
    public static TraceBlock parse(byte[] beginning) {
        var reader = new HeaderReader(beginning);
        var first = reader.next().filter(CloudflareField.RECEIVED::isShownBy);
        return first.map(received -> parseBelow(received, reader)).orElse(NONE);
    }

    private static TraceBlock parseBelow(HeaderField received, HeaderReader reader) {
        var address = addressIn(received.value());
        Optional<String> helo = Optional.empty();
        int length = received.end();
        var expected = CloudflareField.belowReceived();
        for (var field = reader.next(); field.isPresent(); field = reader.next()) {
            var kind = firstShownBy(field.get(), expected);
            if (kind.isEmpty()) {
                break;
            }
            length = field.get().end();
            if (kind.get() == CloudflareField.RECEIVED_SPF) {
                helo = heloIn(field.get().value(), address);
            }
        }
        return new TraceBlock(new ClientIdentity(address, helo), length);
    }

    /** Takes away what is found and all before it: each comes once, and in order. */
    private static Optional<CloudflareField> firstShownBy(HeaderField field, Queue<CloudflareField> expected) {
        while (!expected.isEmpty()) {
            var kind = expected.remove();
            if (kind.isShownBy(field)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whoever writes "by cloudflare-email.net" into the name he greets with gets no address at all. */
    private static Optional<InetAddress> addressIn(String received) {
        var matcher = RECEIVED.matcher(received);
        return matcher.matches() && BY.matcher(received).results().count() == 1
                ? PublicAddress.parse(matcher.group(1))
                : Optional.empty();
    }

    /** Believed only beside the same address as in {@code Received}: else the field is not about this connection. */
    private static Optional<String> heloIn(String receivedSpf, Optional<InetAddress> address) {
        var client = CLIENT_IP.matcher(receivedSpf);
        var helo = HELO.matcher(receivedSpf);
        return address.isPresent()
                        && client.find()
                        && PublicAddress.parse(client.group(1)).equals(address)
                        && helo.find()
                ? Optional.of(helo.group(1))
                : Optional.empty();
    }
}
