package dev.postern.common.mail;

/** Where to report a failure to (RFC 5321 §3.6.3): a mailbox, or nowhere, as for a bounce itself. */
public sealed interface ReversePath {

    /**
     * Parses what {@code MAIL FROM} was given.
     *
     * @param text an address without angle brackets; {@code ""} or {@code "<>"} is the null path
     * @throws MalformedAddress naming the offending character and its position
     */
    static ReversePath parse(String text) {
        return text.isEmpty() || text.equals("<>") ? new Null() : new Mailbox(MailAddress.parse(text));
    }

    /** What stands between the angle brackets of {@code MAIL FROM:<…>}. */
    String text();

    /** The null reverse-path: no answer wanted. */
    record Null() implements ReversePath {

        @Override
        public String text() {
            return "";
        }

        @Override
        public String toString() {
            return "<>";
        }
    }

    record Mailbox(MailAddress address) implements ReversePath {

        @Override
        public String text() {
            return address.toString();
        }

        @Override
        public String toString() {
            return text();
        }
    }
}
