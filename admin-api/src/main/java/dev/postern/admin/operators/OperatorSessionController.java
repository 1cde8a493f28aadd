package dev.postern.admin.operators;

import dev.postern.admin.access.About;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.sessions.Session;
import dev.postern.admin.sessions.Sessions;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.OWNERS)
@About(Area.PLATFORM)
@RestController
@RequestMapping("/api/v1/operators/{username}")
@Tag(name = "Operators", description = "The people who run the platform")
class OperatorSessionController {

    private final Operators operators;
    private final Sessions sessions;
    private final SignOutOperator signOut;

    OperatorSessionController(Operators operators, Sessions sessions, SignOutOperator signOut) {
        this.operators = operators;
        this.sessions = sessions;
        this.signOut = signOut;
    }

    @AllowedFor(Audience.OVERSEERS)
    @GetMapping("/sessions")
    @Operation(operationId = "listOperatorSessions", summary = "List the browsers in which an operator is signed in")
    List<OperatorSession> list(@PathVariable String username) {
        var wanted = parse(username);
        Answers.found(operators.find(wanted), "There is no operator %s.".formatted(wanted));
        return sessions.of(wanted.text()).stream().map(OperatorSession::of).toList();
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endOperatorSession", summary = "Sign an operator out in one browser")
    void end(@PathVariable String username, @PathVariable String id) {
        Answers.done(signOut.in(parse(username), id), done -> done);
    }

    @PostMapping("/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "signOutOperator", summary = "Sign an operator out everywhere")
    void everywhere(@PathVariable String username) {
        Answers.done(signOut.everywhere(parse(username)), done -> done);
    }

    private static Username parse(String username) {
        return Field.of("username", username).required(Username::parse);
    }

    @Schema(name = "OperatorSession")
    record OperatorSession(
            @Schema(description = "Its name, which opens nothing", example = "vDPyq2bX8mR0sZt4kLw7Qg")
            String id,

            @Schema(
                    description = "How he has shown who he is",
                    allowableValues = {"password", "password_and_code", "password_and_recovery_code", "passkey"})
            String method,

            @Schema(description = "From which IP address", example = "100.64.0.7")
            String address,

            @Schema(example = "Firefox, Linux") String browser,

            Instant since,

            @Schema(description = "Give or take a minute") Instant lastSeenAt) {

        static OperatorSession of(Session session) {
            return new OperatorSession(
                    session.id(),
                    session.method().text(),
                    session.client().address(),
                    session.browser(),
                    session.since(),
                    session.lastSeenAt());
        }
    }
}
