package dev.postern.admin.identity;

import dev.postern.common.mail.DomainName;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who signs in.
 *
 * @param name an operator's user name, which has no {@code @}, or the address of a mailbox
 */
public record Identity(Kind kind, String name) {

    /** What somebody signs in to. */
    public enum Kind {
        /** The administration of the platform. */
        OPERATOR,
        /** The settings of his own mailbox. */
        MAILBOX;

        /** As the tables write it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Parses what {@link #text()} writes. */
        public static Kind parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    public static Identity operator(String username) {
        return new Identity(Kind.OPERATOR, username);
    }

    public static Identity mailbox(String address) {
        return new Identity(Kind.MAILBOX, address);
    }

    /** The domain of the mailbox; empty for an operator. */
    public Optional<DomainName> domain() {
        return kind == Kind.MAILBOX
                ? Optional.of(DomainName.parse(name.substring(name.lastIndexOf('@') + 1)))
                : Optional.empty();
    }

    /** Parses what {@link #toString()} writes. */
    public static Identity parse(String text) {
        var colon = text.indexOf(':');
        return new Identity(Kind.parse(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind.text() + ":" + name;
    }
}
