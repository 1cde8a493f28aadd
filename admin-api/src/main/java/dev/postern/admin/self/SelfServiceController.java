package dev.postern.admin.self;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordRule;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.MAILBOX_OWNERS)
@RestController
@RequestMapping("/api/v1/self")
@Tag(name = "Self-service", description = "What the owner of a mailbox may do without an operator")
class SelfServiceController {

    private final ChangeOwnPassword changeOwnPassword;
    private final SenderAddresses senders;

    SelfServiceController(ChangeOwnPassword changeOwnPassword, SenderAddresses senders) {
        this.changeOwnPassword = changeOwnPassword;
        this.senders = senders;
    }

    @Needs(Standing.PROVEN)
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changeOwnPassword",
            summary = "Change the password of your own mailbox",
            description = "Every other session of self-service ends.")
    void changePassword(Owner owner, @RequestBody NewPassword request) {
        var wanted = Field.of(ChangeOwnPassword.FIELD, request.newPassword()).required(password -> password);
        Answers.done(changeOwnPassword.apply(owner, wanted), changed -> changed);
    }

    @Needs(Standing.READER)
    @GetMapping("/addresses")
    @Operation(
            operationId = "listOwnAddresses",
            summary = "List the addresses that your own mailbox may send under",
            description =
                    "By the rule that mail is judged by when it is sent. An app password will do, too. Detail after"
                            + " a plus sign may be added to each address.")
    AddressList addresses(Owner owner) {
        return AddressList.of(senders.of(owner.mailbox()));
    }

    @Schema(name = "NewPassword")
    record NewPassword(
            @Schema(
                    type = "string",
                    format = "password",
                    minLength = PasswordRule.MIN_LENGTH,
                    maxLength = PasswordRule.MAX_LENGTH,
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            Password newPassword) {}

    @Schema(name = "OwnAddresses")
    record AddressList(
            @Schema(
                    description = "The mailbox itself, and the aliases that lead to it",
                    example = "[\"alice@example.org\", \"info@example.org\"]")
            List<String> addresses,

            @Schema(description = "Domains of which every address may be used", example = "[\"example.org\"]")
            List<String> domains,

            @Schema(
                    description =
                            "Domains in which a hyphen begins the detail of an address; elsewhere a plus sign does",
                    example = "[]")
            List<String> hyphenDomains) {

        static AddressList of(SenderAddresses.Known known) {
            return new AddressList(known.addresses(), known.domains(), known.hyphenDomains());
        }
    }
}
