package dev.postern.admin.mailboxes;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.listing.Page;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.text.DisplayName;
import dev.postern.admin.text.Note;
import dev.postern.admin.text.Reason;
import dev.postern.admin.usage.Usages;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import dev.postern.admin.web.Finding;
import dev.postern.admin.web.IfMatch;
import dev.postern.admin.web.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.ADMINISTRATORS)
@About(Area.ACCOUNTS)
@RestController
@RequestMapping("/api/v1/mailboxes")
@Tag(name = "Mailboxes", description = "Who has a mailbox, and how large it may grow")
class MailboxController {

    private final Mailboxes mailboxes;
    private final CreateMailbox createMailbox;
    private final ChangeMailbox changeMailbox;
    private final DeleteMailbox deleteMailbox;
    private final Usages usages;
    private final Access access;

    MailboxController(
            Mailboxes mailboxes,
            CreateMailbox createMailbox,
            ChangeMailbox changeMailbox,
            DeleteMailbox deleteMailbox,
            Usages usages,
            Access access) {
        this.mailboxes = mailboxes;
        this.createMailbox = createMailbox;
        this.changeMailbox = changeMailbox;
        this.deleteMailbox = deleteMailbox;
        this.usages = usages;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createMailbox", summary = "Create a mailbox")
    ResponseEntity<MailboxResource.Created> create(@RequestBody MailboxResource.Creation request) {
        var wanted = new NewMailbox(
                Field.of("address", request.address()).required(HostedAddress::parse),
                Optional.ofNullable(request.password()),
                Field.of("displayName", request.displayName())
                        .optional(DisplayName::new)
                        .orElse(DisplayName.NONE),
                Field.of("note", request.note()).optional(Note::new).orElse(Note.NONE),
                Field.of("quotaBytes", request.quotaBytes()).optional(Quota::new),
                !Boolean.FALSE.equals(request.enabled()));
        return Answers.created(
                createMailbox.apply(wanted),
                created -> created.mailbox().address().toString(),
                MailboxResource.Created::of);
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    @Operation(operationId = "listMailboxes", summary = "List or search the mailboxes")
    Page<MailboxResource> list(@ParameterObject Finding finding, @ParameterObject Listing listing) {
        var sorting = finding.sorting(MailboxKey.class, MailboxKey.ADDRESS);
        var page = mailboxes.list(finding.filter(), access.scope(), sorting, listing.toRequest());
        var used = usages.bytes(page.items().stream().map(Mailbox::address).toList());
        return page.map(mailbox -> MailboxResource.of(mailbox, used.get(mailbox.address())));
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping("/{address}")
    @Operation(operationId = "readMailbox", summary = "Read one mailbox")
    MailboxResource read(@PathVariable String address) {
        var wanted = parse(address);
        access.toSee(wanted.domain());
        return shown(Answers.found(mailboxes.find(wanted), missing(wanted)));
    }

    @PatchMapping("/{address}")
    @Operation(operationId = "changeMailbox", summary = "Change a mailbox, or take it out of use")
    MailboxResource change(@PathVariable String address, @RequestBody MailboxResource.Change request, IfMatch seen) {
        var outcome = changeMailbox.apply(
                parse(address),
                Optional.ofNullable(request.password()),
                new MailboxChange(
                        Field.of("displayName", request.displayName()).optional(DisplayName::new),
                        Field.of("note", request.note()).optional(Note::new),
                        Field.of("quotaBytes", request.quotaBytes()).optional(Quota::new),
                        Optional.ofNullable(request.enabled()),
                        Field.of("disabledReason", request.disabledReason()).optional(Reason::new)),
                seen.version());
        return Answers.ok(outcome, this::shown);
    }

    @DeleteMapping("/{address}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteMailbox",
            summary = "Put a mailbox into the bin",
            description =
                    "It takes no mail and nobody can log in to it, at once, and aliases that lead to it skip it. It"
                            + " can be brought back with its mail and all that belongs to it until the bin erases it.")
    void delete(@PathVariable String address, IfMatch seen) {
        Answers.done(deleteMailbox.apply(parse(address), seen.version()), this::shown);
    }

    private MailboxResource shown(Mailbox mailbox) {
        return MailboxResource.of(
                mailbox, usages.bytes(List.of(mailbox.address())).get(mailbox.address()));
    }

    private static HostedAddress parse(String address) {
        return Field.of("address", address).required(HostedAddress::parse);
    }

    private static String missing(HostedAddress address) {
        return "There is no mailbox %s.".formatted(address);
    }
}
