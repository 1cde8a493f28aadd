package dev.postern.admin.aliases;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.listing.Page;
import dev.postern.admin.text.Note;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import dev.postern.admin.web.Finding;
import dev.postern.admin.web.IfMatch;
import dev.postern.admin.web.Listing;
import dev.postern.common.mail.DomainName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/api/v1/aliases")
@Tag(name = "Aliases", description = "Addresses that lead to other addresses, catch-alls among them")
class AliasController {

    private final Aliases aliases;
    private final CreateAlias createAlias;
    private final CreateDisposable createDisposable;
    private final ChangeAlias changeAlias;
    private final DeleteAlias deleteAlias;
    private final Access access;

    AliasController(
            Aliases aliases,
            CreateAlias createAlias,
            CreateDisposable createDisposable,
            ChangeAlias changeAlias,
            DeleteAlias deleteAlias,
            Access access) {
        this.aliases = aliases;
        this.createAlias = createAlias;
        this.createDisposable = createDisposable;
        this.changeAlias = changeAlias;
        this.deleteAlias = deleteAlias;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createAlias", summary = "Create an alias or a catch-all")
    ResponseEntity<AliasResource> create(@RequestBody AliasResource.Creation request) {
        var outcome = createAlias.apply(new NewAlias(
                Field.of("address", request.address()).required(AliasAddress::parse),
                Field.of("targets", request.targets()).required(Targets::parse),
                note(request.note()).orElse(Note.NONE),
                !Boolean.FALSE.equals(request.enabled()),
                expiry(request.expiresAt()).orElse(Expiry.NEVER),
                false));
        return Answers.created(outcome, alias -> alias.address().toString(), AliasResource::of);
    }

    @PostMapping("/disposable")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createDisposableAlias",
            summary = "Make up an address that nobody guesses, to be given to one who is not trusted")
    ResponseEntity<AliasResource> createDisposable(@RequestBody AliasResource.Disposable request) {
        var outcome = createDisposable.apply(
                Field.of("domain", request.domain()).required(DomainName::parse),
                Field.of("targets", request.targets()).required(Targets::parse),
                Field.of("note", request.note()).required(Note::new),
                expiry(request.expiresAt()).orElse(Expiry.NEVER));
        return Answers.createdAt(
                "/api/v1/aliases", outcome, alias -> alias.address().toString(), AliasResource::of);
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    @Operation(operationId = "listAliases", summary = "List or search the aliases")
    Page<AliasResource> list(@ParameterObject Finding finding, @ParameterObject Listing listing) {
        var sorting = finding.sorting(AliasKey.class, AliasKey.ADDRESS);
        return aliases.list(finding.filter(), access.scope(), sorting, listing.toRequest())
                .map(AliasResource::of);
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping("/{address}")
    @Operation(operationId = "readAlias", summary = "Read one alias")
    AliasResource read(@PathVariable String address) {
        var wanted = parse(address);
        access.toSee(wanted.domain());
        return AliasResource.of(Answers.found(aliases.find(wanted), missing(wanted)));
    }

    @PatchMapping("/{address}")
    @Operation(operationId = "changeAlias", summary = "Let an alias lead elsewhere or end, or take it out of use")
    AliasResource change(@PathVariable String address, @RequestBody AliasResource.Change request, IfMatch seen) {
        var outcome = changeAlias.apply(
                parse(address),
                new AliasChange(
                        Field.of("targets", request.targets()).optional(Targets::parse),
                        note(request.note()),
                        Optional.ofNullable(request.enabled()),
                        expiry(request.expiresAt())),
                seen.version());
        return Answers.ok(outcome, AliasResource::of);
    }

    @DeleteMapping("/{address}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteAlias", summary = "Put an alias into the bin")
    void delete(@PathVariable String address, IfMatch seen) {
        Answers.done(deleteAlias.apply(parse(address), seen.version()), AliasResource::of);
    }

    private static Optional<Note> note(@Nullable String text) {
        return Field.of("note", text).optional(Note::new);
    }

    private static Optional<Expiry> expiry(@Nullable String text) {
        return Field.of("expiresAt", text).optional(Expiry::parse);
    }

    private static AliasAddress parse(String address) {
        return Field.of("address", address).required(AliasAddress::parse);
    }

    private static String missing(AliasAddress address) {
        return "There is no alias %s.".formatted(address);
    }
}
