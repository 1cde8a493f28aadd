package dev.postern.admin.self;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordRule;
import dev.postern.admin.self.OwnAddresses.Known;
import dev.postern.admin.self.PasswordChange.Changed;
import dev.postern.admin.self.PasswordChange.TooWeak;
import dev.postern.admin.self.Stranger.NotTheOwner;
import dev.postern.admin.self.Stranger.TooManyGuesses;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.MAILBOX_OWNERS)
@RestController
@Tag(name = "Self-service", description = "What the owner of a mailbox may do without an operator")
class SelfServiceController {

    private final ChangeOwnPassword changeOwnPassword;
    private final ListOwnAddresses listOwnAddresses;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    SelfServiceController(ChangeOwnPassword changeOwnPassword, ListOwnAddresses listOwnAddresses) {
        this.changeOwnPassword = changeOwnPassword;
        this.listOwnAddresses = listOwnAddresses;
    }

    @PostMapping("/api/v1/self/password")
    @Operation(
            operationId = "changeOwnPassword",
            summary = "Change the password of your own mailbox",
            security = @SecurityRequirement(name = "mailbox"))
    @ApiResponse(responseCode = "204", description = "The new password is valid from now on")
    ResponseEntity<?> changePassword(@RequestBody NewPassword request, HttpServletRequest http) {
        var wanted = Field.of("newPassword", request.newPassword()).required(password -> password);
        var outcome = ownerOf(http)
                .map(owner -> changeOwnPassword.apply(owner.address, owner.password, wanted))
                .orElseGet(NotTheOwner::new);
        return switch (outcome) {
            case Changed() -> ResponseEntity.noContent().build();
            case TooWeak(var complaint) ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, complaint).build();
            case Stranger stranger -> refusal(stranger);
        };
    }

    @GetMapping("/api/v1/self/addresses")
    @Operation(
            operationId = "listOwnAddresses",
            summary = "List the addresses that your own mailbox may send under",
            description = "An app password will do, too. Detail after a plus sign may be added to each address.",
            security = @SecurityRequirement(name = "mailbox"))
    @ApiResponse(
            responseCode = "200",
            description = "By the rule that mail is judged by when it is sent",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = AddressList.class)))
    ResponseEntity<?> addresses(HttpServletRequest http) {
        var outcome = ownerOf(http)
                .map(owner -> listOwnAddresses.apply(owner.address, owner.password))
                .orElseGet(NotTheOwner::new);
        return switch (outcome) {
            case Known(var addresses, var domains, var hyphenDomains) ->
                ResponseEntity.ok(new AddressList(addresses, domains, hyphenDomains));
            case Stranger stranger -> refusal(stranger);
        };
    }

    private static ResponseEntity<?> refusal(Stranger stranger) {
        return switch (stranger) {
            case NotTheOwner() ->
                problem(HttpStatus.UNAUTHORIZED, "The address or the present password is wrong.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"postern\", charset=\"UTF-8\"")
                        .build();
            case TooManyGuesses(var pause) ->
                problem(HttpStatus.TOO_MANY_REQUESTS, "Too many wrong passwords; try again later.")
                        .header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, pause.toSeconds())))
                        .build();
        };
    }

    private Optional<Owner> ownerOf(HttpServletRequest http) {
        try {
            return Optional.ofNullable(basic.convert(http)).map(SelfServiceController::owner);
        } catch (BadCredentialsException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Owner owner(UsernamePasswordAuthenticationToken given) {
        return new Owner(HostedAddress.parse(given.getName()), new Password(String.valueOf(given.getCredentials())));
    }

    private static ResponseEntity.HeadersBuilder<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail));
    }

    private record Owner(HostedAddress address, Password password) {}

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
            List<String> hyphenDomains) {}
}
