package dev.postern.admin.domains;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.SearchText;
import dev.postern.admin.text.Note;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import dev.postern.admin.web.IfMatch;
import dev.postern.admin.web.Listing;
import dev.postern.common.mail.DomainName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.ADMINISTRATORS)
@About(Area.ACCOUNTS)
@RestController
@RequestMapping("/api/v1/domains")
@Tag(name = "Domains", description = "The domains this platform takes mail for")
class DomainController {

    private final Domains domains;
    private final CreateDomain createDomain;
    private final ChangeDomain changeDomain;
    private final DeleteDomain deleteDomain;
    private final SetLimits setLimits;
    private final DomainContents contents;
    private final Access access;

    DomainController(
            Domains domains,
            CreateDomain createDomain,
            ChangeDomain changeDomain,
            SetLimits setLimits,
            DomainContents contents,
            DeleteDomain deleteDomain,
            Access access) {
        this.domains = domains;
        this.createDomain = createDomain;
        this.changeDomain = changeDomain;
        this.deleteDomain = deleteDomain;
        this.setLimits = setLimits;
        this.contents = contents;
        this.access = access;
    }

    @PostMapping
    @AllowedFor(Audience.OWNERS)
    @About(Area.PLATFORM)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createDomain", summary = "Add a domain")
    ResponseEntity<DomainResource> create(@RequestBody DomainResource.Creation request) {
        var name = Field.of("name", request.name()).required(DomainName::parse);
        var outcome = createDomain.apply(new NewDomain(
                name,
                !Boolean.FALSE.equals(request.enabled()),
                Field.of("relay", request.relay()).optional(RelayName::new).orElse(RelayName.MAIN),
                Field.of("note", request.note()).optional(Note::new).orElse(Note.NONE),
                separator(request.detailSeparator()).orElse(DetailSeparator.PLUS)));
        return Answers.created(outcome, domain -> domain.name().ascii(), this::resource);
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    @Operation(operationId = "listDomains", summary = "List or search the domains, by name")
    Page<DomainResource> list(
            @Parameter(description = "Only those with these words, in this order, in the name or the note")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @ParameterObject Listing listing) {
        var text = Field.of("q", q).optional(SearchText::new);
        var page = domains.list(text, access.scope(), listing.toRequest());
        var found = contents.of(page.items().stream().map(Domain::name).toList());
        return page.map(domain -> DomainResource.of(domain, Objects.requireNonNull(found.get(domain.name()))));
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping("/{name}")
    @Operation(operationId = "readDomain", summary = "Read one domain")
    DomainResource read(@PathVariable String name) {
        var wanted = parse(name);
        access.toSee(wanted);
        return resource(Answers.found(domains.find(wanted), missing(wanted)));
    }

    @PatchMapping("/{name}")
    @Operation(operationId = "changeDomain", summary = "Change the settings of a domain, or take it out of use")
    DomainResource change(@PathVariable String name, @RequestBody DomainResource.Change request, IfMatch seen) {
        var change = new DomainChange(
                Optional.ofNullable(request.enabled()),
                Field.of("relay", request.relay()).optional(RelayName::new),
                Field.of("note", request.note()).optional(Note::new),
                separator(request.detailSeparator()));
        return Answers.ok(changeDomain.apply(parse(name), change, seen.version()), this::resource);
    }

    @AllowedFor(Audience.OWNERS)
    @About(Area.PLATFORM)
    @PutMapping("/{name}/limits")
    @Operation(operationId = "setDomainLimits", summary = "Set how much may be in a domain")
    DomainResource setLimits(@PathVariable String name, @RequestBody LimitsResource request, IfMatch seen) {
        return Answers.ok(setLimits.apply(parse(name), request.toLimits(), seen.version()), this::resource);
    }

    @AllowedFor(Audience.OWNERS)
    @About(Area.PLATFORM)
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteDomain",
            summary = "Put a domain with its mailboxes and aliases into the bin",
            description =
                    "It takes no mail and nobody in it can log in, at once. It can be brought back with everything"
                            + " in it until the bin erases it.")
    void delete(@PathVariable String name, IfMatch seen) {
        Answers.done(deleteDomain.apply(parse(name), seen.version()), this::resource);
    }

    private DomainResource resource(Domain domain) {
        return DomainResource.of(domain, contents.of(domain.name()));
    }

    private static Optional<DetailSeparator> separator(@Nullable String text) {
        return Field.of("detailSeparator", text).optional(DetailSeparator::parse);
    }

    private static DomainName parse(String name) {
        return Field.of("name", name).required(DomainName::parse);
    }

    private static String missing(DomainName name) {
        return "There is no domain %s.".formatted(name);
    }
}
