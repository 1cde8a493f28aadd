package dev.postern.admin.signout;

import dev.postern.admin.access.About;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.ADMINISTRATORS)
@About(Area.ACCOUNTS)
@RestController
@Tag(name = "Mailboxes")
class SignOutController {

    private final SignOutEverywhere signOutEverywhere;

    SignOutController(SignOutEverywhere signOutEverywhere) {
        this.signOutEverywhere = signOutEverywhere;
    }

    @PostMapping("/api/v1/mailboxes/{address}/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "signOutMailbox",
            summary = "Sign out everywhere",
            description =
                    "Whatever is open to the mailbox ends: mail programs, submission, webmail. Passwords stay as they"
                            + " are, so that programs which know one come back; change it first where that is not wanted.")
    void signOut(@PathVariable String address) {
        var mailbox = Field.of("address", address).required(HostedAddress::parse);
        Answers.removed(signOutEverywhere.apply(mailbox), "There is no mailbox %s.".formatted(mailbox));
    }
}
