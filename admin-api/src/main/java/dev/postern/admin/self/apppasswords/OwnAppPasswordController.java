package dev.postern.admin.self.apppasswords;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.apppasswords.AppPassword;
import dev.postern.admin.apppasswords.AppPasswordResource;
import dev.postern.admin.apppasswords.AppPasswords;
import dev.postern.admin.apppasswords.CreateAppPassword;
import dev.postern.admin.self.Needs;
import dev.postern.admin.self.Owner;
import dev.postern.admin.self.Standing;
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

@AllowedFor(Audience.MAILBOX_OWNERS)
@RestController
@RequestMapping("/api/v1/self/app-passwords")
@Tag(name = "Self-service")
class OwnAppPasswordController {

    private final AppPasswords appPasswords;
    private final CreateAppPassword createAppPassword;
    private final DeleteOwnAppPassword deleteAppPassword;

    OwnAppPasswordController(
            AppPasswords appPasswords, CreateAppPassword createAppPassword, DeleteOwnAppPassword deleteAppPassword) {
        this.appPasswords = appPasswords;
        this.createAppPassword = createAppPassword;
        this.deleteAppPassword = deleteAppPassword;
    }

    @GetMapping
    @Operation(
            operationId = "listOwnAppPasswords",
            summary = "List the app passwords of your own mailbox, the latest first")
    List<AppPasswordResource> list(Owner owner) {
        return appPasswords.of(owner.mailbox()).stream()
                .map(AppPasswordResource::of)
                .toList();
    }

    @Needs(Standing.PROVEN)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createOwnAppPassword",
            summary = "Make a password for one of your programs; it is told this once")
    ResponseEntity<AppPasswordResource> create(Owner owner, @RequestBody AppPasswordResource.Creation request) {
        var name = Field.of("name", request.name()).required(AppPassword::name);
        return Answers.created(
                createAppPassword.apply(owner.mailbox(), name),
                created -> created.appPassword().id(),
                AppPasswordResource::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteOwnAppPassword",
            summary = "Take an app password away: its program can log in no more",
            description = "Every other session ends, too: which came by this password is not known.")
    void delete(Owner owner, @PathVariable String id) {
        Answers.removed(deleteAppPassword.apply(owner, id), "You have no app password %s.".formatted(id));
    }
}
