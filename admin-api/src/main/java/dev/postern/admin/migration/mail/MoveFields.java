package dev.postern.admin.migration.mail;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.web.Field;

/** The fields of a wish for a move on their way to the types that the core knows them by. */
final class MoveFields {

    private static final int LONGEST_PASSWORD = 255;

    private MoveFields() {}

    static NewMove parse(MailMoveResource.Creation wish) {
        var mailbox = Field.of("mailbox", wish.mailbox()).required(HostedAddress::parse);
        var host = Field.of("host", wish.host()).required(SourceHost::parse);
        var security =
                Field.of("security", wish.security()).optional(Security::parse).orElse(Security.TLS);
        var port = Field.of("port", wish.port())
                .optional(SourceAccount::checkedPort)
                .orElse(security.usualPort());
        var user = Field.of("user", wish.user())
                .optional(text -> SourceAccount.checkedUser(text.strip()))
                .orElse(mailbox.toString());
        var password = Field.of("password", wish.password()).required(MoveFields::checked);
        var fingerprint = Field.of("fingerprint", wish.fingerprint()).optional(Trust.Fingerprint::parse);
        var certificate = Field.of("certificate", wish.certificate()).optional(Trust.Certificate::parse);
        Trust trust = fingerprint.isPresent()
                ? fingerprint.get()
                : certificate.<Trust>map(one -> one).orElseGet(Trust.Authorities::new);
        return new NewMove(mailbox, new SourceAccount(host, port, security, trust, user), password);
    }

    /** It belongs to another server, so it is what it is; but it has to fit into a line. */
    static Password checked(Password password) {
        var text = password.text();
        if (text.isEmpty() || text.length() > LONGEST_PASSWORD || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "A password has between 1 and %d characters, none of them invisible.".formatted(LONGEST_PASSWORD));
        }
        return password;
    }
}
