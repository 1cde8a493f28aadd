package dev.postern.admin.bulk;

import dev.postern.admin.access.About;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.ADMINISTRATORS)
@About(Area.ACCOUNTS)
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Bulk", description = "The same for many accounts, all or none")
class BulkController {

    private final ChangeMany changeMany;

    BulkController(ChangeMany changeMany) {
        this.changeMany = changeMany;
    }

    @PostMapping("/mailboxes/bulk")
    @Operation(operationId = "changeMailboxes", summary = "Enable, disable or delete mailboxes, or set their quota")
    Changed changeMailboxes(@RequestBody Mailboxes request) {
        var addresses = Field.of("addresses", request.addresses()).required(each(HostedAddress::parse));
        var action = Field.of("action", request.action()).required(BulkAction::parse);
        var quota = Field.of("quotaBytes", request.quotaBytes()).optional(Quota::new);
        return Answers.ok(changeMany.toMailboxes(addresses, action, quota), Changed::new);
    }

    @PostMapping("/aliases/bulk")
    @Operation(operationId = "changeAliases", summary = "Enable, disable or delete aliases")
    Changed changeAliases(@RequestBody Aliases request) {
        var addresses = Field.of("addresses", request.addresses()).required(each(AliasAddress::parse));
        var action = Field.of("action", request.action()).required(BulkAction::parse);
        return Answers.ok(changeMany.toAliases(addresses, action), Changed::new);
    }

    private static <T> Function<List<String>, List<T>> each(Function<String, T> parser) {
        return texts -> texts.stream().map(parser).toList();
    }

    @Schema(name = "MailboxesAction")
    record Mailboxes(
            @Schema(
                    description = "At most 500",
                    example = "[\"alice@example.org\"]",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            List<String> addresses,

            @Schema(
                    allowableValues = {"enable", "disable", "delete", "set-quota"},
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String action,

            @Schema(description = "For set-quota: how much each may hold, in bytes", example = "2147483648") @Nullable
            Long quotaBytes) {}

    @Schema(name = "AliasesAction")
    record Aliases(
            @Schema(
                    description = "At most 500",
                    example = "[\"info@example.org\"]",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            List<String> addresses,

            @Schema(
                    allowableValues = {"enable", "disable", "delete"},
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String action) {}

    @Schema(name = "AccountsChanged")
    record Changed(
            @Schema(description = "To how many it was done", example = "1")
            int changed) {}
}
