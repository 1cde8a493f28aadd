package dev.postern.admin.self.aliases;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.aliases.Alias;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.DeleteAlias;
import dev.postern.admin.aliases.Expiry;
import dev.postern.admin.self.Owner;
import dev.postern.admin.text.Note;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/api/v1/self/aliases")
@Tag(name = "Self-service")
class OwnAliasController {

    private final OwnAliases ownAliases;
    private final CreateOwnAlias createOwnAlias;
    private final DeleteAlias deleteAlias;

    OwnAliasController(OwnAliases ownAliases, CreateOwnAlias createOwnAlias, DeleteAlias deleteAlias) {
        this.ownAliases = ownAliases;
        this.createOwnAlias = createOwnAlias;
        this.deleteAlias = deleteAlias;
    }

    @GetMapping
    @Operation(
            operationId = "listOwnAliases",
            summary = "List the made-up addresses that lead to your own mailbox and that you may delete")
    List<Resource> list(Owner owner) {
        return ownAliases.of(owner.mailbox()).stream().map(Resource::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createOwnAlias",
            summary = "Make up an address that nobody guesses",
            description = "For one who is not trusted: delete it when it gets spam.")
    ResponseEntity<Resource> create(Owner owner, @RequestBody Creation request) {
        var note = Field.of("note", request.note()).required(Note::new);
        var expiry = Field.of("expiresAt", request.expiresAt())
                .optional(Expiry::parse)
                .orElse(Expiry.NEVER);
        return Answers.created(
                createOwnAlias.apply(owner.mailbox(), note, expiry),
                alias -> alias.address().toString(),
                Resource::of);
    }

    @DeleteMapping("/{address}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteOwnAlias", summary = "Delete a made-up address: its mail is refused from then on")
    void delete(Owner owner, @PathVariable String address) {
        var alias = Field.of("address", address).required(AliasAddress::parse);
        Answers.done(deleteAlias.apply(alias, Optional.empty()), gone -> gone);
    }

    @Schema(name = "NewOwnAlias")
    record Creation(
            @Schema(description = "Who gets the address", example = "Flower shop", requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String note,

            @Schema(description = "From when on its mail is refused, or `never`", defaultValue = "never") @Nullable
            String expiresAt) {}

    @Schema(name = "OwnAlias")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Resource(
            @Schema(example = "k7f3mwgb8e4quptn@example.org")
            String address,

            String note,

            @Schema(description = "Left out if its time does not end") @Nullable
            Instant expiresAt,

            Instant createdAt) {

        static Resource of(Alias alias) {
            return new Resource(
                    alias.address().toString(),
                    alias.note().text(),
                    alias.expiry().at().orElse(null),
                    alias.createdAt());
        }
    }
}
