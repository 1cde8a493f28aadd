package dev.postern.admin.self.activity;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.self.Owner;
import dev.postern.admin.signins.SignInResource;
import dev.postern.admin.signins.SignIns;
import dev.postern.admin.usage.UsageResource;
import dev.postern.admin.usage.Usages;
import dev.postern.admin.web.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.MAILBOX_OWNERS)
@RestController
@RequestMapping("/api/v1/self")
@Tag(name = "Self-service")
class ActivityController {

    private final Usages usages;
    private final SignIns signIns;

    ActivityController(Usages usages, SignIns signIns) {
        this.usages = usages;
        this.signIns = signIns;
    }

    @GetMapping("/usage")
    @Operation(operationId = "readOwnUsage", summary = "Read how full your own mailbox is")
    UsageResource usage(Owner owner) {
        return UsageResource.of(Answers.found(usages.find(owner.mailbox()), "The mailbox is gone."));
    }

    @GetMapping("/sign-ins")
    @Operation(
            operationId = "readOwnSignIns",
            summary = "Read who came to your own mailbox, and who tried to",
            description = "By mail programs and in webmail; it shows some seconds later.")
    SignInResource signIns(Owner owner) {
        return SignInResource.of(signIns.last(owner.mailbox()), signIns.recent(owner.mailbox()));
    }
}
