package dev.postern.admin.migration.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postern.admin.migration.accounts.AccountPlan.Present;
import dev.postern.admin.migration.export.ExportedMailbox;
import dev.postern.admin.migration.export.Remark;
import dev.postern.admin.passwords.ForeignPassword;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What taking over accounts would do, or did, as the API shows it. */
@Schema(name = "AccountImport")
record AccountImportResource(
        @Schema(description = "Whether nothing was changed") boolean dryRun,

        @Schema(description = "Domains that are new", example = "[\"example.org\"]")
        List<String> domains,

        List<NewMailbox> mailboxes,

        List<NewAlias> aliases,

        @Schema(description = "Where mail of these mailboxes goes on to")
        List<NewForwarding> forwardings,

        @Schema(description = "What is here already, and stays as it is")
        List<There> present,

        @Schema(description = "What cannot be taken, comes otherwise, or should be known; the gravest first")
        List<Said> remarks,

        @Schema(description = "Passwords that were made, told this once; only where something was changed")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<MadePassword> passwords) {

    static AccountImportResource of(AccountPlan plan, Function<Remark, String> texts) {
        return of(plan, texts, true, null);
    }

    static AccountImportResource of(ImportedAccounts done, Function<Remark, String> texts) {
        var passwords = done.passwords().stream()
                .map(made -> new MadePassword(
                        made.address().toString(), made.password().text()))
                .toList();
        return of(done.plan(), texts, false, passwords);
    }

    private static AccountImportResource of(
            AccountPlan plan, Function<Remark, String> texts, boolean dryRun, @Nullable List<MadePassword> passwords) {
        return new AccountImportResource(
                dryRun,
                plan.domains().stream().map(domain -> domain.name().ascii()).toList(),
                plan.mailboxes().stream().map(NewMailbox::of).toList(),
                plan.aliases().stream()
                        .map(alias -> new NewAlias(
                                alias.address().toString(),
                                alias.targets().all().stream()
                                        .map(Object::toString)
                                        .toList()))
                        .toList(),
                plan.forwardings().stream().map(NewForwarding::of).toList(),
                plan.present().stream().map(There::of).toList(),
                plan.remarks().stream()
                        .map(remark -> Said.of(remark, texts.apply(remark)))
                        .toList(),
                passwords);
    }

    private static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Schema(name = "ImportedMailbox")
    record NewMailbox(
            @Schema(example = "alice@example.org") String address,

            @Schema(
                    description = "`kept` as it is, `hashed` since it was not, or `new` since it cannot be kept",
                    allowableValues = {"kept", "hashed", "new"})
            String password) {

        static NewMailbox of(ExportedMailbox mailbox) {
            return new NewMailbox(
                    mailbox.address().toString(),
                    switch (mailbox.password()) {
                        case ForeignPassword.Kept _ -> "kept";
                        case ForeignPassword.PlainText _ -> "hashed";
                        case ForeignPassword.Useless _ -> "new";
                    });
        }
    }

    @Schema(name = "ImportedAlias")
    record NewAlias(
            @Schema(example = "info@example.org") String address,

            @Schema(example = "[\"alice@example.org\"]") List<String> targets) {}

    @Schema(name = "ImportedForwarding")
    record NewForwarding(
            @Schema(example = "alice@example.org") String mailbox,

            @Schema(example = "[\"alice@elsewhere.example\"]")
            List<String> targets,

            boolean keepsCopy) {

        static NewForwarding of(PlannedForwarding planned) {
            return new NewForwarding(
                    planned.mailbox().toString(),
                    planned.forwarding().targets().stream()
                            .map(Object::toString)
                            .toList(),
                    planned.forwarding().keepsCopy());
        }
    }

    @Schema(name = "PresentAccount")
    record There(
            @Schema(allowableValues = {"domain", "mailbox", "alias"})
            String kind,

            @Schema(example = "alice@example.org") String name) {

        static There of(Present present) {
            return new There(small(present.kind()), present.name());
        }
    }

    @Schema(name = "ImportRemark")
    record Said(
            @Schema(allowableValues = {"not_taken", "changed", "note"})
            String severity,

            @Schema(description = "What it is, for programs", example = "password_weak")
            String code,

            @Schema(example = "dump.sql") String file,

            @Schema(description = "The line, in JSON the entry, counted from 1; 0 is the whole file")
            long line,

            @Schema(example = "alice@example.org") String subject,

            @Schema(description = "What it is, for people") String text) {

        static Said of(Remark remark, String text) {
            return new Said(
                    small(remark.code().severity()),
                    small(remark.code()),
                    remark.place().file(),
                    remark.place().number(),
                    remark.subject(),
                    text);
        }
    }

    @Schema(name = "MadePassword")
    record MadePassword(
            @Schema(example = "alice@example.org") String address,

            @Schema(type = "string", format = "password") String password) {}
}
