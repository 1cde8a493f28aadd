package dev.postern.admin.sending;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.ADMINISTRATORS)
@About(Area.ACCOUNTS)
@RestController
@RequestMapping("/api/v1/mailboxes/{address}/send-as")
@Tag(name = "Sending")
class SendAsController {

    private final Mailboxes mailboxes;
    private final SendAs sendAs;
    private final SetSendAs setSendAs;
    private final Access access;

    SendAsController(Mailboxes mailboxes, SendAs sendAs, SetSendAs setSendAs, Access access) {
        this.mailboxes = mailboxes;
        this.sendAs = sendAs;
        this.setSendAs = setSendAs;
        this.access = access;
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    @Operation(
            operationId = "readSendAs",
            summary = "Read under which addresses a mailbox may send besides its own and those that lead to it")
    Resource read(@PathVariable String address) {
        var mailbox = parse(address);
        access.toSee(mailbox.domain());
        Answers.found(mailboxes.find(mailbox), "There is no mailbox %s.".formatted(mailbox));
        return resource(sendAs.of(mailbox));
    }

    @PutMapping
    @Operation(
            operationId = "setSendAs",
            summary = "Set under which addresses a mailbox may send besides its own and those that lead to it",
            description = "Addresses of domains here; they need not be a mailbox or an alias.")
    Resource set(@PathVariable String address, @RequestBody Resource request) {
        var wanted = Field.of("addresses", request.addresses())
                .required(texts -> texts.stream().map(HostedAddress::parse).toList());
        return Answers.ok(setSendAs.apply(parse(address), wanted, Optional.empty()), this::resource);
    }

    /** What lies in a domain that he does not see is not shown. */
    private Resource resource(List<HostedAddress> addresses) {
        return new Resource(addresses.stream()
                .filter(address -> access.scope().covers(address.domain()))
                .map(HostedAddress::toString)
                .toList());
    }

    private static HostedAddress parse(String address) {
        return Field.of("address", address).required(HostedAddress::parse);
    }

    @Schema(name = "SendAs")
    record Resource(
            @ArraySchema(
                    maxItems = SetSendAs.MOST,
                    arraySchema = @Schema(requiredMode = RequiredMode.REQUIRED),
                    schema = @Schema(example = "info@example.org"))
            @Nullable
            List<String> addresses) {}
}
