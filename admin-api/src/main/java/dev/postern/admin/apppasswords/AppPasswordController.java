package dev.postern.admin.apppasswords;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.ADMINISTRATORS)
@About(Area.ACCOUNTS)
@RestController
@RequestMapping("/api/v1/mailboxes/{address}/app-passwords")
@Tag(name = "App passwords", description = "Further passwords of a mailbox, one for each program or device")
class AppPasswordController {

    private final AppPasswords appPasswords;
    private final CreateAppPassword createAppPassword;
    private final DeleteAppPassword deleteAppPassword;
    private final Access access;

    AppPasswordController(
            AppPasswords appPasswords,
            CreateAppPassword createAppPassword,
            DeleteAppPassword deleteAppPassword,
            Access access) {
        this.appPasswords = appPasswords;
        this.createAppPassword = createAppPassword;
        this.deleteAppPassword = deleteAppPassword;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createAppPassword", summary = "Make a password for one program; it is told this once")
    ResponseEntity<AppPasswordResource> create(
            @PathVariable String address, @RequestBody AppPasswordResource.Creation request) {
        var name = Field.of("name", request.name()).required(AppPassword::name);
        return Answers.created(
                createAppPassword.apply(mailbox(address), name),
                created -> created.appPassword().id(),
                created -> AppPasswordResource.of(created));
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    @Operation(operationId = "listAppPasswords", summary = "List the app passwords of a mailbox, the latest first")
    List<AppPasswordResource> list(@PathVariable String address) {
        access.toSee(mailbox(address).domain());
        return appPasswords.of(mailbox(address)).stream()
                .map(AppPasswordResource::of)
                .toList();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteAppPassword", summary = "Take an app password away: its program can log in no more")
    void delete(@PathVariable String address, @PathVariable String id) {
        Answers.removed(
                deleteAppPassword.apply(mailbox(address), id),
                "There is no app password %s of %s.".formatted(id, mailbox(address)));
    }

    private static HostedAddress mailbox(String address) {
        return Field.of("address", address).required(HostedAddress::parse);
    }
}
