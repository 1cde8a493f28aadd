package dev.postern.admin.mailstore;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.common.mail.DomainName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** Dovecot, asked by its doveadm HTTP API. */
final class DoveadmMailStore implements MailStore {

    /** How many mailboxes are asked about at once: some milliseconds each, well within the patience. */
    private static final int AT_ONCE = 50;

    /** The section of Dovecot's configuration that says below which directory the mail lies. */
    private static final String FILES = "mail_ext_attachment";

    private final Doveadm doveadm;
    private final Duration patience;
    private final Duration erasePatience;

    DoveadmMailStore(Doveadm doveadm, MailStoreSettings settings) {
        this.doveadm = doveadm;
        this.patience = settings.patience();
        this.erasePatience = settings.erasePatience();
    }

    @Override
    public StoreAnswer<Integer> endSessions(HostedAddress mailbox) {
        return endSessions(mailbox.toString());
    }

    @Override
    public StoreAnswer<Integer> endSessions(DomainName domain) {
        return endSessions("*@" + domain.ascii());
    }

    private StoreAnswer<Integer> endSessions(String mask) {
        return ask(
                patience,
                new DoveadmCommand("kick", Map.of("mask", List.of(mask))),
                rows -> rows.stream()
                        .mapToInt(row -> row.path("count").asInt(0))
                        .sum());
    }

    @Override
    public Map<HostedAddress, StoreAnswer<StoredMail>> amounts(Collection<HostedAddress> mailboxes) {
        var answers = new LinkedHashMap<HostedAddress, StoreAnswer<StoredMail>>();
        var asked = List.copyOf(mailboxes);
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            var some = asked.subList(from, Math.min(from + AT_ONCE, asked.size()));
            var told = askAll(
                    patience,
                    some.stream()
                            .map(mailbox -> new DoveadmCommand("quotaGet", Map.of("user", mailbox.toString())))
                            .toList(),
                    DoveadmMailStore::storedMail);
            for (int index = 0; index < some.size(); index++) {
                answers.put(some.get(index), told.get(index));
            }
        }
        return answers;
    }

    private static StoredMail storedMail(List<JsonNode> rows) {
        long kibibytes = 0;
        long messages = 0;
        for (var row : rows) {
            switch (row.path("type").asString("")) {
                case "STORAGE" -> kibibytes = row.path("value").asLong(0);
                case "MESSAGE" -> messages = row.path("value").asLong(0);
                default -> {
                    // Nothing else is counted here.
                }
            }
        }
        return new StoredMail(DataSize.ofKilobytes(kibibytes), messages);
    }

    @Override
    public StoreAnswer<List<Folder>> folders(HostedAddress mailbox) {
        return ask(
                patience,
                new DoveadmCommand(
                        "mailboxStatus",
                        Map.of(
                                "user",
                                mailbox.toString(),
                                "field",
                                List.of("messages", "vsize"),
                                "mailboxMask",
                                List.of("*"))),
                rows -> rows.stream()
                        .map(row -> new Folder(
                                row.path("mailbox").asString(""),
                                DataSize.ofBytes(row.path("vsize").asLong(0)),
                                row.path("messages").asLong(0)))
                        .sorted(Comparator.comparing(Folder::name))
                        .toList());
    }

    @Override
    public StoreAnswer<Erased> erase(HostedAddress mailbox) {
        var path = "%s/%s/".formatted(mailbox.domain().ascii(), mailbox.localPart());
        // Deleting what is not there fails like anything else: looking first tells the one from the other.
        var look = new DoveadmCommand("fsStat", Map.of("filterName", FILES, "path", path));
        var delete =
                new DoveadmCommand("fsDelete", Map.of("recursive", true, "filterName", FILES, "path", List.of(path)));
        var answers = askAll(erasePatience, List.of(look, delete), _ -> new Erased());
        return answers.getFirst() instanceof StoreAnswer.NoSuchMailbox<Erased> ? answers.getFirst() : answers.getLast();
    }

    private <T> StoreAnswer<T> ask(Duration patience, DoveadmCommand command, Function<List<JsonNode>, T> reading) {
        return askAll(patience, List.of(command), reading).getFirst();
    }

    private <T> List<StoreAnswer<T>> askAll(
            Duration patience, List<DoveadmCommand> commands, Function<List<JsonNode>, T> reading) {
        try {
            var answers = new ArrayList<StoreAnswer<T>>();
            for (var reply : doveadm.run(patience, commands)) {
                answers.add(answer(reply, reading));
            }
            return answers;
        } catch (DoveadmAway away) {
            return commands.stream()
                    .<StoreAnswer<T>>map(_ -> new StoreAnswer.Away<>(String.valueOf(away.getMessage())))
                    .toList();
        }
    }

    private static <T> StoreAnswer<T> answer(DoveadmReply reply, Function<List<JsonNode>, T> reading) {
        return switch (reply) {
            case DoveadmReply.Rows(var rows) -> new StoreAnswer.Told<>(reading.apply(rows));
            case DoveadmReply.Failed failed when failed.isForWhatIsNotThere() -> new StoreAnswer.NoSuchMailbox<>();
            case DoveadmReply.Failed failed -> new StoreAnswer.Away<>(failed.toString());
        };
    }
}
