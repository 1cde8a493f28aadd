package dev.postern.admin.migration.export;

import dev.postern.admin.migration.export.Limits.Numbers;
import dev.postern.admin.migration.export.Remark.Code;
import dev.postern.admin.passwords.ForeignPassword;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of PostfixAdmin. */
final class PostfixAdmin {

    static final Set<String> TABLES = Set.of("domain", "mailbox", "alias", "alias_domain");

    /** The domain that stands for all of them in its rights. */
    private static final String ALL = "ALL";

    private static final long MEBIBYTE = 1L << 20;
    private static final int NO_LIMIT = -1;

    private final Collected collected;

    PostfixAdmin(Collected collected) {
        this.collected = collected;
    }

    static Optional<String> tableOf(List<String> columns) {
        if (columns.contains("goto") && columns.contains("address")) {
            return Optional.of("alias");
        }
        if (columns.contains("alias_domain") && columns.contains("target_domain")) {
            return Optional.of("alias_domain");
        }
        if (columns.contains("username") && columns.contains("password") && columns.contains("quota")) {
            return Optional.of("mailbox");
        }
        return columns.contains("domain") && columns.contains("description") ? Optional.of("domain") : Optional.empty();
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
        var text = row.text("domain");
        if (text.equals(ALL)) {
            return;
        }
        if (row.says("backupmx")) {
            collected.remark(row.place(), text, Code.DOMAIN_BACKUP);
            return;
        }
        collected
                .domain(row.place(), text)
                .ifPresent(name -> collected.add(new ExportedDomain(
                        row.place(),
                        name,
                        row.isOn("active"),
                        Texts.note(collected, row.place(), text, row.text("description")),
                        Limits.of(
                                collected,
                                row.place(),
                                text,
                                new Numbers(
                                        count(row, "mailboxes"),
                                        count(row, "aliases"),
                                        mebibytes(row, "quota"),
                                        mebibytes(row, "maxquota"),
                                        NO_LIMIT)))));
    }

    /** 0 is no limit there, and less than 0 is none at all. */
    private static long count(TableRow row, String column) {
        var number = row.number(column).orElse(0L);
        return number == 0 ? NO_LIMIT : Math.max(number, 0);
    }

    private static long mebibytes(TableRow row, String column) {
        var number = row.number(column).orElse(0L);
        return number <= 0 || number > Long.MAX_VALUE / MEBIBYTE ? NO_LIMIT : number * MEBIBYTE;
    }

    private void mailbox(TableRow row) {
        var text = row.text("username");
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
                .ifPresent(address -> collected.add(
                        new ExportedAlias(row.place(), address, targets(row.text("goto")), row.isOn("active"))));
    }

    static List<String> targets(String text) {
        return Arrays.stream(text.split(",", NO_LIMIT))
                .map(String::strip)
                .filter(target -> !target.isEmpty())
                .toList();
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
