package dev.postern.admin.operators;

import dev.postern.admin.access.About;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.listing.Page;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import dev.postern.admin.web.IfMatch;
import dev.postern.admin.web.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

@AllowedFor(Audience.OWNERS)
@About(Area.PLATFORM)
@RestController
@RequestMapping("/api/v1/operators")
@Tag(name = "Operators", description = "The people who run the platform")
class OperatorController {

    private final Operators operators;
    private final CreateOperator createOperator;
    private final ChangeOperator changeOperator;
    private final DeleteOperator deleteOperator;
    private final ResetOperator resetOperator;
    private final OperatorDetails details;

    OperatorController(
            Operators operators,
            CreateOperator createOperator,
            ChangeOperator changeOperator,
            DeleteOperator deleteOperator,
            ResetOperator resetOperator,
            OperatorDetails details) {
        this.operators = operators;
        this.createOperator = createOperator;
        this.changeOperator = changeOperator;
        this.deleteOperator = deleteOperator;
        this.resetOperator = resetOperator;
        this.details = details;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createOperator", summary = "Let somebody else run the platform, or a part of it")
    ResponseEntity<OperatorResource.WithPassword> create(@RequestBody OperatorResource.Creation request) {
        return Answers.created(
                createOperator.apply(request.toNewOperator()),
                created -> created.operator().username().text(),
                this::withPassword);
    }

    @AllowedFor(Audience.OVERSEERS)
    @GetMapping
    @Operation(operationId = "listOperators", summary = "List the operators, by user name")
    Page<OperatorResource> list(@ParameterObject Listing listing) {
        return operators.list(listing.toRequest()).map(details::of);
    }

    @AllowedFor(Audience.OVERSEERS)
    @GetMapping("/{username}")
    @Operation(operationId = "readOperator", summary = "Read one operator")
    OperatorResource read(@PathVariable String username) {
        var wanted = parse(username);
        return details.of(Answers.found(operators.find(wanted), "There is no operator %s.".formatted(wanted)));
    }

    @PatchMapping("/{username}")
    @Operation(
            operationId = "changeOperator",
            summary = "Give an operator another role or other domains, or take him out of use",
            description = "The last owner who can sign in stays one. Whoever is taken out of use is signed out.")
    OperatorResource change(@PathVariable String username, @RequestBody OperatorResource.Change request, IfMatch seen) {
        return Answers.ok(changeOperator.apply(parse(username), request.toChange(), seen.version()), details::of);
    }

    @DeleteMapping("/{username}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteOperator",
            summary = "Delete an operator with his tokens",
            description = "He is signed out. The last owner who can sign in cannot be deleted.")
    void delete(@PathVariable String username, IfMatch seen) {
        Answers.done(deleteOperator.apply(parse(username), seen.version()), details::of);
    }

    @PostMapping("/{username}/reset")
    @Operation(
            operationId = "resetOperator",
            summary = "Give an operator a new password, who cannot sign in any more",
            description = "It is told in this answer alone. His second factors and passkeys are removed, and his"
                    + " sessions end.")
    OperatorResource.WithPassword reset(@PathVariable String username) {
        return Answers.ok(resetOperator.apply(parse(username)), this::withPassword);
    }

    private OperatorResource.WithPassword withPassword(OperatorWithPassword operator) {
        return new OperatorResource.WithPassword(
                details.of(operator.operator()),
                operator.generated().map(Password::text).orElse(null));
    }

    private static Username parse(String username) {
        return Field.of("username", username).required(Username::parse);
    }
}
