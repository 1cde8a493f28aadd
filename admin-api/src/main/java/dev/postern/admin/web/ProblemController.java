package dev.postern.admin.web;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.EVERYBODY)
@RestController
@RequestMapping(ProblemKind.PATH)
@SecurityRequirements
@Tag(name = "Problems", description = "What can be wrong with a request, and what to do")
class ProblemController {

    @GetMapping
    @Operation(operationId = "listProblems", summary = "List the kinds of problems that the API answers with")
    List<Explanation> list() {
        return Arrays.stream(ProblemKind.values()).map(Explanation::of).toList();
    }

    @GetMapping("/{name}")
    @Operation(
            operationId = "readProblem",
            summary = "Explain one kind of problem",
            description = "The 'type' of each problem is the address of its explanation.")
    Explanation read(@PathVariable String name) {
        return Explanation.of(
                Answers.found(ProblemKind.named(name), "There is no kind of problem %s.".formatted(name)));
    }

    @Schema(name = "ProblemExplanation")
    record Explanation(
            @Schema(format = "uri-reference", example = "/api/v1/problems/stale")
            String type,

            @Schema(example = "412") int status,

            @Schema(example = "It was changed meanwhile") String title,

            @Schema(
                    description = "When it comes, and what to do",
                    example = "The thing has another version than If-Match names.")
            String meaning) {

        static Explanation of(ProblemKind kind) {
            return new Explanation(kind.type().toString(), kind.status().value(), kind.title(), kind.meaning());
        }
    }
}
