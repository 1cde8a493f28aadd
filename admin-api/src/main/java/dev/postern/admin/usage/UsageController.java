package dev.postern.admin.usage;

import dev.postern.admin.access.About;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailstore.Folder;
import dev.postern.admin.mailstore.StoreAnswer;
import dev.postern.admin.outcome.TooBusy;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.OPERATORS)
@About(Area.ACCOUNTS)
@RestController
@Tag(name = "Mailboxes")
class UsageController {

    private final ReadUsage readUsage;

    UsageController(ReadUsage readUsage) {
        this.readUsage = readUsage;
    }

    @GetMapping("/api/v1/mailboxes/{address}/usage")
    @Operation(operationId = "readMailboxUsage", summary = "Read how full a mailbox is")
    UsageResource usage(@PathVariable String address) {
        var mailbox = parse(address);
        return UsageResource.of(Answers.found(readUsage.apply(mailbox), missing(mailbox)));
    }

    @GetMapping("/api/v1/mailboxes/{address}/folders")
    @Operation(
            operationId = "listMailFolders",
            summary = "List the folders of a mailbox and how much each holds",
            description = "Asked of Dovecot, and 503 while it is away.")
    List<UsageResource.OfFolder> folders(@PathVariable String address) {
        var mailbox = parse(address);
        Optional<List<Folder>> folders = switch (readUsage.folders(mailbox)) {
            case StoreAnswer.Told<List<Folder>>(var told) -> Optional.of(told);
            case StoreAnswer.NoSuchMailbox<List<Folder>>() -> Optional.empty();
            case StoreAnswer.Away<List<Folder>> _ ->
                throw new TooBusy("The mail store does not answer now; try again in a few seconds.");
        };
        return Answers.found(folders, missing(mailbox)).stream()
                .map(UsageResource.OfFolder::of)
                .toList();
    }

    private static HostedAddress parse(String address) {
        return Field.of("address", address).required(HostedAddress::parse);
    }

    private static String missing(HostedAddress address) {
        return "There is no mailbox %s.".formatted(address);
    }
}
