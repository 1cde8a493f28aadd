package dev.postern.admin.migration.export;

import dev.postern.admin.migration.export.Limits.Numbers;
import dev.postern.admin.migration.export.Remark.Code;
import dev.postern.admin.passwords.ForeignPassword;
import java.util.Set;

/** The tables of mailcow, and the answers of its API, which name some columns otherwise and count bytes throughout. */
final class Mailcow {

    static final Set<String> TABLES = Set.of("domain", "mailbox", "alias", "alias_domain");

    private static final long MEBIBYTE = 1L << 20;
    private static final int NO_LIMIT = -1;

    private final Collected collected;

    Mailcow(Collected collected) {
        this.collected = collected;
    }

    void take(TableRow row) {
        switch (row.table()) {
            case "domain" -> domain(row);
            case "mailbox" -> mailbox(row);
            case "alias" -> alias(row);
            case "alias_domain" -> domainAlias(row);
            default -> throw new IllegalStateException(row.table());
        }
    }

    private void domain(TableRow row) {
        var text = row.value("domain_name").orElseGet(() -> row.text("domain"));
        if (row.says("backupmx")) {
            collected.remark(row.place(), text, Code.DOMAIN_BACKUP);
            return;
        }
        var numbers = row.value("domain_name").isPresent() ? numbersOfApi(row) : numbersOfTable(row);
        collected
                .domain(row.place(), text)
                .ifPresent(name -> collected.add(new ExportedDomain(
                        row.place(),
                        name,
                        row.isOn("active"),
                        Texts.note(collected, row.place(), text, row.text("description")),
                        Limits.of(collected, row.place(), text, numbers))));
    }

    private static Numbers numbersOfApi(TableRow row) {
        return new Numbers(
                row.number("max_num_mboxes_for_domain").orElse(-1L),
                row.number("max_num_aliases_for_domain").orElse(-1L),
                row.number("max_quota_for_domain").orElse(0L),
                row.number("max_quota_for_mbox").orElse(0L),
                row.number("def_quota_for_mbox").orElse(0L));
    }

    private static Numbers numbersOfTable(TableRow row) {
        return new Numbers(
                row.number("mailboxes").orElse(-1L),
                row.number("aliases").orElse(-1L),
                mebibytes(row, "quota"),
                mebibytes(row, "maxquota"),
                mebibytes(row, "defquota"));
    }

    private static long mebibytes(TableRow row, String column) {
        var number = row.number(column).orElse(0L);
        return number <= 0 || number > Long.MAX_VALUE / MEBIBYTE ? NO_LIMIT : number * MEBIBYTE;
    }

    private void mailbox(TableRow row) {
        var text = row.text("username");
        if (!row.text("kind").isEmpty()) {
            collected.remark(row.place(), text, Code.RESOURCE, row.text("kind"));
            return;
        }
        collected
                .address(row.place(), text)
                .ifPresent(address -> collected.add(new ExportedMailbox(
                        row.place(),
                        address,
                        ForeignPassword.parse(row.text("password")),
                        Texts.name(collected, row.place(), text, row.text("name")),
                        Sizes.quota(
                                collected,
                                row.place(),
                                text,
                                row.number("quota").orElse(0L)),
                        row.isOn("active"))));
    }

    private void alias(TableRow row) {
        collected
                .aliasAddress(row.place(), row.text("address"))
                .ifPresent(address -> collected.add(new ExportedAlias(
                        row.place(), address, PostfixAdmin.targets(row.text("goto")), row.isOn("active"))));
    }

    private void domainAlias(TableRow row) {
        collected
                .domain(row.place(), row.text("alias_domain"))
                .ifPresent(name -> collected
                        .domain(row.place(), row.text("target_domain"))
                        .ifPresent(target ->
                                collected.add(new DomainAlias(row.place(), name, target, row.isOn("active")))));
    }
}
