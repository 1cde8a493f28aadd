package dev.postern.admin.tokens;

import dev.postern.admin.access.About;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.listing.Page;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
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

@AllowedFor(Audience.OPERATORS)
@About(Area.PLATFORM)
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Tokens", description = "What programs call this API with")
class TokenController {

    private final ReadTokens tokens;
    private final CreateToken createToken;
    private final RevokeToken revokeToken;

    TokenController(ReadTokens tokens, CreateToken createToken, RevokeToken revokeToken) {
        this.tokens = tokens;
        this.createToken = createToken;
        this.revokeToken = revokeToken;
    }

    @PostMapping
    @AllowedFor(Audience.ADMINISTRATORS)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createToken",
            summary = "Make a token; it is told this once",
            description = "It opens no more than whoever makes it may, and ends with him. Domain administrators make"
                    + " theirs in the browser.")
    ResponseEntity<TokenResource> create(@RequestBody TokenResource.Creation request) {
        return Answers.created(
                createToken.apply(request.toNewToken()),
                created -> created.token().name(),
                TokenResource::of);
    }

    @GetMapping
    @Operation(
            operationId = "listTokens",
            summary = "List the tokens, by name",
            description = "Owners and auditors see all of them, a domain administrator his own.")
    Page<TokenResource> list(@ParameterObject Listing listing) {
        return tokens.list(listing.toRequest()).map(TokenResource::of);
    }

    @GetMapping("/{name}")
    @Operation(operationId = "readToken", summary = "Read one token")
    TokenResource read(@PathVariable String name) {
        return TokenResource.of(Answers.found(tokens.find(name), "There is no token %s.".formatted(name)));
    }

    @DeleteMapping("/{name}")
    @AllowedFor(Audience.ADMINISTRATORS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeToken", summary = "End a token at once")
    void revoke(@PathVariable String name) {
        Answers.ok(revokeToken.apply(name), TokenResource::of);
    }
}
