package dev.postern.admin.addresses;

import dev.postern.common.mail.DomainName;
import dev.postern.common.mail.MailAddress;
import java.util.regex.Pattern;

/**
 * An address that a domain of ours can have, in lower case.
 *
 * <p>Stricter than SMTP: the local part becomes a user name in Dovecot and a folder name on the disk.
 */
public record HostedAddress(MailAddress address) implements Comparable<HostedAddress> {

    private static final Pattern LOCAL_PART = Pattern.compile("[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_-])?");

    public HostedAddress {
        requireHostable(address.localPart().value());
    }

    /**
     * Parses an address in any case.
     *
     * @throws IllegalArgumentException saying what is wrong with the address and what to do
     */
    public static HostedAddress parse(String text) {
        return new HostedAddress(MailAddress.parse(text.strip()).normalized());
    }

    public String localPart() {
        return address.localPart().value();
    }

    public DomainName domain() {
        return address.domain();
    }

    @Override
    public String toString() {
        return address.toString();
    }

    @Override
    public int compareTo(HostedAddress other) {
        return toString().compareTo(other.toString());
    }

    private static void requireHostable(String localPart) {
        if (localPart.contains("+")) {
            throw new IllegalArgumentException(
                    "'%s' has a plus sign, which begins the detail of an address: mail for ".formatted(localPart)
                            + "name+detail@ goes to name@ without any setting. Use the part before the plus sign.");
        }
        if (!LOCAL_PART.matcher(localPart).matches()) {
            throw new IllegalArgumentException(
                    "'%s' cannot be the local part of an address here. Use ASCII letters, digits, dots, hyphens and "
                                    .formatted(localPart)
                            + "underscores; neither a dot at an end nor a hyphen at the beginning.");
        }
    }
}
