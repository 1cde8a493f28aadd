package dev.postern.admin.migration.mail;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.passwords.Password;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A wish for a move as a page asks for it. */
record MoveForm(
        @Nullable String mailbox,
        @Nullable String host,
        @Nullable String port,
        @Nullable String security,
        @Nullable String user,
        @Nullable Password password,
        @Nullable String fingerprint,
        @Nullable String certificate) {

    static MoveForm empty() {
        return new MoveForm("", "", "", Security.TLS.text(), "", null, "", "");
    }

    /** Empty if something of it could not be understood, which is told. */
    Optional<NewMove> read(Submission submission) {
        var address = submission.required("mailbox", HostedAddress::parse);
        var server = submission.required("host", SourceHost::parse);
        var encryption = submission.optional("security", Security::parse).orElse(Security.TLS);
        var number = submission.optional("port", MoveForm::port).orElse(encryption.usualPort());
        var name = submission.optional("user", text -> SourceAccount.checkedUser(text.strip()));
        var mark = submission.optional("fingerprint", Trust.Fingerprint::parse);
        var pem = submission.optional("certificate", Trust.Certificate::parse);
        return submission.together("password", () -> {
            var secret = MoveFields.checked(password == null ? new Password("") : password);
            Trust trust =
                    mark.isPresent() ? mark.get() : pem.<Trust>map(one -> one).orElseGet(Trust.Authorities::new);
            return new NewMove(
                    address.orElseThrow(),
                    new SourceAccount(
                            server.orElseThrow(),
                            number,
                            encryption,
                            trust,
                            name.orElseGet(() -> address.orElseThrow().toString())),
                    secret);
        });
    }

    private static int port(String text) {
        try {
            return SourceAccount.checkedPort(Integer.parseInt(text.strip()));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("'%s' is no number.".formatted(text), noNumber);
        }
    }
}
