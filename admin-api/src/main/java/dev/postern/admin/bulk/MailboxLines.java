package dev.postern.admin.bulk;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailboxes.NewMailbox;
import dev.postern.admin.passwords.ForeignPassword;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.admin.passwords.PasswordRule;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.text.DisplayName;
import dev.postern.admin.text.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mailboxes of a file.
 *
 * @param wanted with the line of each
 * @param hashes of those whose password was hashed elsewhere
 */
record MailboxLines(
        Map<HostedAddress, Long> lineOf,
        List<NewMailbox> wanted,
        Map<HostedAddress, PasswordHash> hashes,
        List<LineProblem> problems) {

    private static final Set<String> COLUMNS =
            Set.of("address", "password", "displayName", "note", "quotaBytes", "enabled");
    private static final Set<String> LEFT = Set.of("disabledReason", "createdAt");

    static MailboxLines read(String csv, Access access) {
        var text = CsvText.read(csv, COLUMNS, LEFT);
        var lines =
                new MailboxLines(new HashMap<>(), new ArrayList<>(), new HashMap<>(), new ArrayList<>(text.problems()));
        // A line tells its problems where the text kept them.
        text.lines().forEach(line -> lines.take(new CsvLine(line.number(), line.values(), lines.problems), access));
        return lines;
    }

    private void take(CsvLine line, Access access) {
        var address = line.required("address", HostedAddress::parse);
        var name = line.optional("displayName", DisplayName::new).orElse(DisplayName.NONE);
        var note = line.optional("note", Note::new).orElse(Note.NONE);
        var quota = line.optional("quotaBytes", text -> new Quota(CsvLine.number(text)));
        var enabled = line.optional("enabled", CsvLine::truth).orElse(true);
        address.ifPresent(known -> {
            if (!access.scope().covers(known.domain())) {
                line.tell("address", "There is no domain %s here; create it first.".formatted(known.domain()));
            }
            var before = lineOf.putIfAbsent(known, line.number());
            if (before != null) {
                line.tell("address", "%s stands in line %d already.".formatted(known, before));
            }
            wanted.add(new NewMailbox(known, password(line, known), name, note, quota, enabled));
        });
    }

    /** Empty too if it is a hash, which is kept beside. */
    private Optional<Password> password(CsvLine line, HostedAddress owner) {
        var given = line.values().getOrDefault("password", "");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (!given.startsWith("{") && !given.startsWith("$")) {
            PasswordRule.complaint(new Password(given), owner.toString())
                    .ifPresent(complaint -> line.tell("password", complaint));
            return Optional.of(new Password(given));
        }
        switch (ForeignPassword.parse(given)) {
            case ForeignPassword.Kept(var hash) -> hashes.put(owner, hash);
            default ->
                line.tell(
                        "password",
                        "What begins with '{' or '$' is taken for a hash, and this is none that can be kept; leave the field"
                                + " empty to have a password made.");
        }
        return Optional.empty();
    }
}
