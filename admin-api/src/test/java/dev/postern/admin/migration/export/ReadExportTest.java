package dev.postern.admin.migration.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.postern.admin.migration.export.Remark.Code;
import dev.postern.admin.passwords.ForeignPassword;
import dev.postern.admin.passwords.PasswordScheme;
import dev.postern.admin.quota.Quota;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadExportTest {

    private static final Optional<Quota> ONE_GIB = Optional.of(new Quota(1L << 30));

    @Test
    void readsADumpOfPostfixAdmin() {
        var export = Exports.read(ExportFormat.POSTFIXADMIN_SQL, Exports.sample("postfixadmin/dump.sql"));

        assertThat(export.domains())
                .extracting(domain -> domain.name().ascii(), ExportedDomain::enabled)
                .containsExactly(tuple("old.example", true), tuple("alt.example", true));
        var old = export.domains().getFirst();
        assertThat(old.note().text()).isEqualTo("Ann's \"old\" domain; it's 日本語");
        assertThat(old.limits().mailboxes()).contains(10);
        assertThat(old.limits().aliases()).contains(50);
        assertThat(old.limits().mailboxQuota()).contains(new Quota(2L << 30));
        assertThat(old.limits().totalQuota()).contains(new Quota(10L << 30));
        assertThat(export.domains().getLast().limits().mailboxes()).isEmpty();
        assertThat(export.mailboxes())
                .extracting(
                        mailbox -> mailbox.address().toString(),
                        mailbox -> schemeOf(mailbox.password()),
                        mailbox -> mailbox.displayName().text(),
                        ExportedMailbox::quota,
                        ExportedMailbox::enabled)
                .containsExactly(
                        tuple("ann@old.example", PasswordScheme.SHA512_CRYPT, "Ann O'Neill", ONE_GIB, true),
                        tuple("bob@old.example", PasswordScheme.MD5_CRYPT, "Bob", Optional.empty(), false));
        assertThat(export.aliases())
                .extracting(alias -> alias.address().toString(), ExportedAlias::targets, ExportedAlias::enabled)
                .contains(
                        tuple("team@old.example", List.of("ann@old.example", "bob@old.example"), false),
                        tuple("@old.example", List.of("ann@old.example"), true))
                .hasSize(5);
        assertThat(export.domainAliases())
                .extracting(
                        alias -> alias.name().ascii(), alias -> alias.target().ascii())
                .containsExactly(tuple("alt.example", "old.example"));
        assertThat(export.remarks())
                .extracting(Remark::subject, Remark::code)
                .containsExactly(tuple("backup.example", Code.DOMAIN_BACKUP));
    }

    @Test
    void readsTheTablesOfPostfixAdminAsCsv() {
        var export = Exports.read(
                ExportFormat.POSTFIXADMIN_CSV,
                Exports.sample("postfixadmin/mailbox.csv"),
                Exports.sample("postfixadmin/domain.csv"),
                Exports.sample("postfixadmin/alias.csv"));

        assertThat(export.remarks())
                .extracting(remark -> remark.place().toString(), Remark::code)
                .containsExactly(tuple("mailbox.csv:2", Code.TEXT_SHORTENED));
        assertThat(export.domains()).extracting(domain -> domain.note().text()).containsExactly("The old one");
        assertThat(export.mailboxes())
                .extracting(mailbox -> mailbox.place().toString(), ExportedMailbox::quota, ExportedMailbox::enabled)
                .containsExactly(
                        tuple("mailbox.csv:2", ONE_GIB, true), tuple("mailbox.csv:4", Optional.empty(), false));
        assertThat(export.aliases())
                .extracting(ExportedAlias::targets)
                .containsExactly(List.of("ann@old.example", "bob@old.example"));
    }

    @Test
    void readsTheAnswersOfMailcowsApiWhichHaveNoPasswords() {
        var export = Exports.read(
                ExportFormat.MAILCOW_JSON,
                Exports.sample("mailcow/domains.json"),
                Exports.sample("mailcow/mailboxes.json"),
                Exports.sample("mailcow/aliases.json"));

        assertThat(export.remarks()).isEmpty();
        var limits = export.domains().getFirst().limits();
        assertThat(limits.usualQuota()).contains(new Quota(3L << 30));
        assertThat(limits.totalQuota()).contains(new Quota(10L << 30));
        assertThat(export.mailboxes())
                .extracting(mailbox -> mailbox.place().toString(), ExportedMailbox::quota, ExportedMailbox::enabled)
                .containsExactly(
                        tuple("mailboxes.json:1", Optional.of(new Quota(3L << 30)), true),
                        tuple("mailboxes.json:2", ONE_GIB, false));
        assertThat(export.mailboxes().getFirst().password())
                .isEqualTo(new ForeignPassword.Useless(ForeignPassword.Why.MISSING, ""));
        assertThat(export.aliases())
                .extracting(alias -> alias.address().isCatchAll())
                .containsExactly(false, true);
    }

    @Test
    void readsADumpOfMailcowAndLeavesOutWhatIsNoMailbox() {
        var export = Exports.read(ExportFormat.MAILCOW_SQL, Exports.sample("mailcow/dump.sql"));

        assertThat(export.mailboxes())
                .extracting(mailbox -> mailbox.address().toString(), mailbox -> schemeOf(mailbox.password()))
                .containsExactly(tuple("moo@cow.example", PasswordScheme.BCRYPT));
        assertThat(export.domains().getFirst().limits().mailboxQuota()).contains(new Quota(10L << 30));
        assertThat(export.remarks())
                .extracting(Remark::subject, Remark::code, Remark::argument)
                .containsExactly(tuple("meeting@cow.example", Code.RESOURCE, "location"));
    }

    @Test
    void readsTheFilesOfDockerMailserverInAnyOrder() {
        var export = Exports.read(
                ExportFormat.DOCKER_MAILSERVER,
                Exports.sample("docker-mailserver/postfix-accounts.cf"),
                Exports.sample("docker-mailserver/postfix-virtual.cf"),
                Exports.sample("docker-mailserver/dovecot-quotas.cf"),
                Exports.file("postfix-regexp.cf", "/^x/ y"));

        assertThat(export.domains())
                .extracting(domain -> domain.name().ascii())
                .containsExactlyInAnyOrder("dms.example", "other.example");
        assertThat(export.mailboxes())
                .extracting(mailbox -> mailbox.address().toString(), ExportedMailbox::quota)
                .containsExactly(
                        tuple("ann@dms.example", Optional.of(new Quota(5L << 30))),
                        tuple("bob.smith@dms.example", Optional.empty()));
        assertThat(export.aliases()).hasSize(2);
        assertThat(export.remarks())
                .extracting(remark -> remark.place().toString(), Remark::code)
                .containsExactlyInAnyOrder(
                        tuple("postfix-accounts.cf:5", Code.ENTRY_UNREADABLE),
                        tuple("dovecot-quotas.cf:3", Code.ENTRY_UNREADABLE),
                        tuple("postfix-regexp.cf", Code.FILE_UNKNOWN));
    }

    @Test
    void tellsOfNamesThatCannotBeHere() {
        var export = Exports.read(ExportFormat.POSTFIXADMIN_CSV, Exports.file("m.csv", """
                username,password,quota,active
                ann+x@old.example,,0,1
                ../../etc@old.example,,0,1
                "a b@old.example",,0,1
                ann@localhost,,1,1
                ANN@LOCALHOST,,1,1
                """));

        assertThat(export.remarks())
                .extracting(remark -> remark.place().number(), Remark::code)
                .containsExactly(
                        tuple(2L, Code.ADDRESS_MALFORMED),
                        tuple(3L, Code.ADDRESS_MALFORMED),
                        tuple(4L, Code.ADDRESS_MALFORMED),
                        tuple(5L, Code.QUOTA_CHANGED),
                        tuple(6L, Code.QUOTA_CHANGED),
                        tuple(6L, Code.TWICE));
    }

    @Test
    void refusesBytesThatAreNoText() {
        var export = Exports.read(
                ExportFormat.POSTFIXADMIN_SQL,
                new ExportFile("d.sql", () -> new ByteArrayInputStream(new byte[] {'-', '-', ' ', (byte) 0xE4})));

        assertThat(export.remarks())
                .extracting(Remark::code, Remark::argument)
                .containsExactly(tuple(Code.FILE_UNREADABLE, "UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "[{}]",
                "[{\"username\":\"a@b.example\"}",
                "[{\"username\":\"a@b.example\"}] x",
                "[1]",
                "\"text\"",
                "{\"type\":\"error\",\"msg\":\"authentication failed\"}",
                "[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void refusesWhatIsNoAnswerOfMailcow(String json) {
        var export = Exports.read(ExportFormat.MAILCOW_JSON, Exports.file("x.json", json));

        assertThat(export.remarks()).extracting(Remark::code).containsExactly(Code.FILE_UNREADABLE);
    }

    @Test
    void refusesACsvWithoutKnownColumnsOrWithCrookedLines() {
        var export = Exports.read(
                ExportFormat.POSTFIXADMIN_CSV,
                Exports.file("a.csv", "colour,size\nred,1\n"),
                Exports.file("b.csv", "address,goto,active\nx@y.example,z@y.example\n"),
                Exports.file("c.csv", "address,goto\n" + "x".repeat(70_000) + ",y\n"),
                Exports.file("d.csv", ""));

        assertThat(export.remarks())
                .extracting(remark -> remark.place().file(), Remark::code)
                .containsExactly(
                        tuple("a.csv", Code.FILE_UNKNOWN),
                        tuple("b.csv", Code.FILE_UNREADABLE),
                        tuple("c.csv", Code.FILE_UNREADABLE));
    }

    @Test
    void stopsAtTooManyEntries() {
        var csv = new StringBuilder("username,password,quota\n");
        for (var number = 0; number <= ReadExport.MOST_ENTRIES; number++) {
            csv.append('a').append(number).append("@old.example,,0\n");
        }

        var export = Exports.read(ExportFormat.POSTFIXADMIN_CSV, Exports.file("m.csv", csv.toString()));

        assertThat(export.mailboxes()).hasSize(ReadExport.MOST_ENTRIES);
        assertThat(export.remarks()).extracting(Remark::code).containsExactly(Code.FILE_UNREADABLE);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void survivesAnEmptyFile(ExportFormat format) {
        assertThat(Exports.read(format, Exports.file("postfix-accounts.cf", "")).remarks())
                .isEmpty();
    }

    @Property(tries = 300)
    void survivesAnyText(@ForAll ExportFormat format, @ForAll String text) {
        Exports.read(format, Exports.file("postfix-virtual.cf", text));
    }

    private static Object schemeOf(ForeignPassword password) {
        return password instanceof ForeignPassword.Kept(var hash) ? hash.scheme() : password;
    }
}
