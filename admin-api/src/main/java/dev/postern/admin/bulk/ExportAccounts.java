package dev.postern.admin.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.postern.admin.access.Access;
import dev.postern.admin.aliases.Alias;
import dev.postern.admin.aliases.AliasKey;
import dev.postern.admin.aliases.Aliases;
import dev.postern.admin.listing.AccountFilter;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.listing.Sorting;
import dev.postern.admin.mailboxes.Mailbox;
import dev.postern.admin.mailboxes.MailboxKey;
import dev.postern.admin.mailboxes.Mailboxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Writes accounts as CSV, by address, with the columns that an import reads and no password. */
@Service
public class ExportAccounts {

    /** Where it goes: not opened before it is clear that there is something to write. */
    @FunctionalInterface
    public interface Output {
        Writer open() throws IOException;
    }

    private final Mailboxes mailboxes;
    private final Aliases aliases;
    private final Access access;

    ExportAccounts(Mailboxes mailboxes, Aliases aliases, Access access) {
        this.mailboxes = mailboxes;
        this.aliases = aliases;
        this.access = access;
    }

    /** Writes the mailboxes that he sees. */
    public void mailboxes(AccountFilter filter, Output out) throws IOException {
        filter.domain().ifPresent(access::toSee);
        var csv = CsvWriter.builder().build(out.open());
        write(csv, "address", "displayName", "note", "quotaBytes", "enabled", "disabledReason", "createdAt");
        everyPage(
                page -> mailboxes.list(filter, access.scope(), Sorting.by(MailboxKey.ADDRESS), page),
                mailbox -> write(csv, fields(mailbox)));
        finish(csv);
    }

    /** Writes the aliases that he sees. */
    public void aliases(AccountFilter filter, Output out) throws IOException {
        filter.domain().ifPresent(access::toSee);
        var csv = CsvWriter.builder().build(out.open());
        write(csv, "address", "targets", "note", "enabled", "expiresAt", "createdAt");
        everyPage(
                page -> aliases.list(filter, access.scope(), Sorting.by(AliasKey.ADDRESS), page),
                alias -> write(csv, fields(alias)));
        finish(csv);
    }

    private static String[] fields(Mailbox mailbox) {
        return new String[] {
            mailbox.address().toString(),
            mailbox.displayName().text(),
            mailbox.note().text(),
            Long.toString(mailbox.quota().bytes()),
            Boolean.toString(mailbox.enabled()),
            mailbox.disabledReason().text(),
            mailbox.createdAt().toString()
        };
    }

    private static String[] fields(Alias alias) {
        return new String[] {
            alias.address().toString(),
            alias.targets().all().stream().map(String::valueOf).collect(Collectors.joining(" ")),
            alias.note().text(),
            Boolean.toString(alias.enabled()),
            alias.expiry().at().map(Instant::toString).orElse(""),
            alias.createdAt().toString()
        };
    }

    private static <T> void everyPage(Function<PageRequest, Page<T>> read, Consumer<T> write) {
        var number = 0;
        Page<T> page;
        do {
            page = read.apply(new PageRequest(number++, PageRequest.MAX_SIZE));
            page.items().forEach(write);
        } while (page.items().size() == PageRequest.MAX_SIZE);
    }

    private static void write(CsvWriter csv, String... fields) {
        csv.writeRecord(Arrays.stream(fields).map(Formula::guarded).toArray(String[]::new));
    }

    private static void finish(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
