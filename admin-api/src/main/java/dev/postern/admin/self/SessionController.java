package dev.postern.admin.self;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.self.OwnerSessions.Device;
import dev.postern.admin.web.Field;
import dev.postern.admin.web.ProblemKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sessions for programs: what a password and a second factor show once need not be sent along each time. */
@AllowedFor(Audience.MAILBOX_OWNERS)
@RestController
@RequestMapping("/api/v1/self/sessions")
@Tag(name = "Self-service")
class SessionController {

    private final SignIn signIn;
    private final OwnerSessions sessions;
    private final SessionSettings settings;

    SessionController(SignIn signIn, OwnerSessions sessions, SessionSettings settings) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.settings = settings;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(
            operationId = "openOwnSession",
            summary = "Open a session for your own mailbox",
            description = "Send its token along as 'Authorization: Bearer …'. It is told this once.")
    Opened open(@RequestBody Opening request, HttpServletRequest http) {
        var address = Field.of("address", request.address()).required(text -> text);
        var password = Field.of("password", request.password()).required(text -> text);
        var agent = http.getHeader(HttpHeaders.USER_AGENT);
        var device = new Device(http.getRemoteAddr(), agent == null ? "" : agent);
        return switch (outcome(address, password, request.code(), device)) {
            case SignIn.Result.SignedIn(var token) ->
                new Opened(
                        token.text(),
                        settings.idle().toSeconds(),
                        settings.longest().toSeconds());
            case SignIn.Result.CodeNeeded _ ->
                throw refusal(ProblemKind.UNAUTHENTICATED.about(
                        "code", "A second factor is set up: send a code of the app, or a recovery code, along."));
            case SignIn.Result.Wrong(), SignIn.Result.TooLate() ->
                throw refusal(ProblemKind.UNAUTHENTICATED.saying("The address or the present password is wrong."));
            case SignIn.Result.Later(var pause) -> throw later(pause);
        };
    }

    private SignIn.Result outcome(String address, Password password, @Nullable String code, Device device) {
        var first = signIn.withPassword(address, password, device);
        return first instanceof SignIn.Result.CodeNeeded(var pending) && code != null
                ? signIn.withCode(pending, code, device)
                : first;
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endOwnSession", summary = "End the session whose token is sent along")
    void end(Owner owner) {
        owner.session().ifPresent(sessions::end);
    }

    private static ErrorResponseException later(Duration pause) {
        var refusal = refusal(ProblemKind.TOO_MANY.saying("Too many wrong passwords; try again later."));
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, pause.toSeconds())));
        return refusal;
    }

    private static ErrorResponseException refusal(ProblemDetail problem) {
        return new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    @Schema(name = "SessionOpening")
    record Opening(
            @Schema(example = "alice@example.org", requiredMode = RequiredMode.REQUIRED) @Nullable
            String address,

            @Schema(type = "string", format = "password", requiredMode = RequiredMode.REQUIRED) @Nullable
            Password password,

            @Schema(
                    description =
                            "Where a second factor is set up: a code of the authenticator app, or a recovery code",
                    example = "287082")
            @Nullable
            String code) {}

    @Schema(name = "OpenedSession")
    record Opened(
            @Schema(type = "string", format = "password") String token,

            @Schema(description = "It ends after so many seconds without a request", example = "1800")
            long idleSeconds,

            @Schema(description = "It ends after so many seconds at the latest", example = "43200")
            long longestSeconds) {}
}
