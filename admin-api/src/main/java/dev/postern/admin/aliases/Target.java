package dev.postern.admin.aliases;

import dev.postern.common.mail.DomainName;
import dev.postern.common.mail.LocalPart;
import dev.postern.common.mail.MailAddress;

/** Where an alias leads. The case of its local part is kept: whether it matters is up to the domain it lies in. */
public record Target(MailAddress address) {

    public Target {
        var local = address.localPart();
        if (!local.isAscii() || !local.toString().equals(local.value())) {
            throw new IllegalArgumentException(
                    "'%s' cannot be reached from here: its local part needs quotes or SMTPUTF8.".formatted(address));
        }
    }

    /**
     * Parses an address of any domain.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Target parse(String text) {
        return new Target(MailAddress.parse(text.strip()));
    }

    public DomainName domain() {
        return address.domain();
    }

    /** The mailbox this reaches, should the domain be ours: without {@code +detail}, in lower case. */
    public MailAddress mailbox() {
        var normalized = address.normalized();
        var local = normalized.localPart().value();
        var plus = local.indexOf('+');
        return plus > 0 ? new MailAddress(new LocalPart(local.substring(0, plus)), normalized.domain()) : normalized;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
