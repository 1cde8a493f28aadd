package dev.postern.ingest.dashboard;

import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.MalformedAddress;
import dev.postern.common.mail.Sha256;
import dev.postern.common.mail.TraceId;
import dev.postern.ingest.delivery.DeliveryKey;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/** What receipts are looked for by; read from one text, since each kind has a form of its own. */
sealed interface Search {

    /** In characters: an address has 254 octets at most. */
    int MAX_LENGTH = 254;

    record Everything() implements Search {}

    record ByTrace(TraceId traceId) implements Search {}

    record ByKey(DeliveryKey key) implements Search {}

    /** Those with the null reverse-path. */
    record WithoutSender() implements Search {}

    /**
     * Those whose sender or recipient begins so, or that Postfix has named so.
     *
     * @param text a queue id, if it is one
     * @param beginnings of an address, one of which is enough
     */
    record ByText(String text, List<String> beginnings) implements Search {}

    /** Nothing if the text is too long to be any of these. */
    static Optional<Search> parse(String text) {
        var wanted = text.strip();
        if (wanted.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (wanted.isEmpty()) {
            return Optional.of(new Everything());
        }
        if (wanted.equals("<>")) {
            return Optional.of(new WithoutSender());
        }
        return Forms.traceId(wanted)
                .or(() -> Forms.deliveryKey(wanted))
                .or(() -> Optional.of(new ByText(wanted, List.copyOf(Forms.beginnings(wanted)))));
    }

    /** How each kind is written. */
    final class Forms {

        private static final Pattern TRACE_ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
        private static final Pattern DELIVERY_KEY = Pattern.compile("[0-9a-f]{64}");

        private Forms() {}

        private static Optional<Search> traceId(String text) {
            var upperCase = text.toUpperCase(Locale.ROOT);
            return TRACE_ID.matcher(upperCase).matches()
                    ? Optional.of(new ByTrace(TraceId.parse(upperCase)))
                    : Optional.empty();
        }

        private static Optional<Search> deliveryKey(String text) {
            var lowerCase = text.toLowerCase(Locale.ROOT);
            return DELIVERY_KEY.matcher(lowerCase).matches()
                    ? Optional.of(new ByKey(
                            new DeliveryKey(Sha256.fromBytes(HexFormat.of().parseHex(lowerCase)))))
                    : Optional.empty();
        }

        /** As typed, in lower case, and as receipts have a whole address: {@code a@xn--…} for {@code a@bücher…}. */
        private static SequencedSet<String> beginnings(String text) {
            var beginnings = new LinkedHashSet<String>();
            beginnings.add(text);
            beginnings.add(text.toLowerCase(Locale.ROOT));
            try {
                beginnings.add(MailAddress.parse(text).toString());
            } catch (MalformedAddress partOfOne) {
                // The beginning of an address need not be one.
            }
            return beginnings;
        }
    }
}
