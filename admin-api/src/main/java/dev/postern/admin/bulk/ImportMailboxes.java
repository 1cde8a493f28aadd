package dev.postern.admin.bulk;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.bulk.ImportReport.NewPassword;
import dev.postern.admin.mailboxes.NewMailbox;
import dev.postern.admin.mailboxes.StoreMailboxes;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.HashMany;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordGenerator;
import dev.postern.admin.passwords.PasswordHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Makes the mailboxes of a file: all of them, or none. */
@Service
public class ImportMailboxes {

    /** Each chosen password takes some 25 ms of a processor, and whoever sent the file waits. */
    static final int MOST_CHOSEN = 2000;

    private final StoreMailboxes store;
    private final PasswordGenerator generator;
    private final HashMany hashMany;
    private final Access access;

    ImportMailboxes(StoreMailboxes store, PasswordGenerator generator, HashMany hashMany, Access access) {
        this.store = store;
        this.generator = generator;
        this.hashMany = hashMany;
        this.access = access;
    }

    /** Says what would come of it. */
    public ImportReport preview(String csv) {
        var lines = MailboxLines.read(csv, access);
        return ImportReport.of(lines.wanted().size(), problems(lines));
    }

    /** Does it, unless a line is in the way. Passwords are hashed before anything is locked. */
    public ImportReport apply(String csv) {
        var lines = MailboxLines.read(csv, access);
        var problems = problems(lines);
        if (!problems.isEmpty()) {
            return ImportReport.of(lines.wanted().size(), problems);
        }
        var made = new ArrayList<NewPassword>();
        var late = store.apply(lines.wanted(), hashes(lines, made));
        return late.isEmpty()
                ? ImportReport.done(lines.wanted().size(), made)
                : ImportReport.of(lines.wanted().size(), of(late, lines));
    }

    private List<LineProblem> problems(MailboxLines lines) {
        var problems = new ArrayList<>(lines.problems());
        var chosen = lines.wanted().stream()
                .filter(mailbox -> mailbox.password().isPresent())
                .count();
        if (chosen > MOST_CHOSEN) {
            problems.add(new LineProblem(
                    1,
                    "password",
                    "%d passwords would have to be hashed, and at most %d are at once; split the file, leave passwords out to have them made, or give hashes."
                            .formatted(chosen, MOST_CHOSEN)));
        }
        var seen = lines.wanted().stream()
                .filter(mailbox -> access.scope().covers(mailbox.address().domain()))
                .toList();
        seen.stream().map(mailbox -> mailbox.address().domain()).distinct().forEach(access::toChange);
        problems.addAll(of(store.refusals(seen), lines));
        problems.sort(Comparator.comparingLong(LineProblem::line));
        return problems;
    }

    private static List<LineProblem> of(Map<HostedAddress, Refusal> refusals, MailboxLines lines) {
        return refusals.entrySet().stream()
                .map(entry -> problem(Objects.requireNonNull(lines.lineOf().get(entry.getKey())), entry.getValue()))
                .toList();
    }

    private static LineProblem problem(long line, Refusal refusal) {
        var field = switch (refusal) {
            case Refusal.Taken taken -> taken.field();
            case Refusal.Unfit unfit -> unfit.field();
            case Refusal.Missing _, Refusal.Stale _ -> "";
        };
        return new LineProblem(line, field, refusal.detail());
    }

    private Map<HostedAddress, PasswordHash> hashes(MailboxLines lines, List<NewPassword> made) {
        var random = new HashMap<HostedAddress, Password>();
        var chosen = new HashMap<HostedAddress, Password>();
        for (NewMailbox mailbox : lines.wanted()) {
            var address = mailbox.address();
            if (mailbox.password().isPresent()) {
                chosen.put(address, mailbox.password().get());
            } else if (!lines.hashes().containsKey(address)) {
                var password = generator.generate();
                random.put(address, password);
                made.add(new NewPassword(address.toString(), password));
            }
        }
        var hashes = new HashMap<>(lines.hashes());
        hashes.putAll(hashMany.chosen(chosen));
        hashes.putAll(hashMany.random(random));
        return hashes;
    }
}
