package dev.postern.admin.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to each operation the refusals that it can answer with: which they are follows from its method and path. */
final class ProblemDescriptions implements OpenApiCustomizer {

    private static final String PROBLEM = "Problem";

    @Override
    public void customise(OpenAPI description) {
        description.getComponents().addSchemas(PROBLEM, problem());
        description
                .getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        var selfService = (path + "/").contains("/self/");
        answer(operation, "401", selfService ? "Address or password is wrong" : "A valid token is needed");
        answer(operation, "503", "Cannot be done now, nothing was changed; see Retry-After");
        if (path.contains("{")) {
            answer(operation, "404", "There is no such thing");
        }
        answer(operation, "422", "A field or parameter cannot be accepted; the detail says what would be right");
        if (operation.getRequestBody() != null) {
            answer(operation, "400", "The body is not the JSON that is expected");
        }
        if (method == HttpMethod.POST && !selfService) {
            answer(operation, "409", "It is there already");
        }
        if (selfService) {
            answer(operation, "403", "What was shown of being the owner is not enough for this");
            answer(operation, "429", "Too many wrong passwords; see Retry-After");
        }
    }

    private static void answer(Operation operation, String code, String meaning) {
        var answer = problemAnswer(meaning);
        if (code.equals("429") || code.equals("503")) {
            answer.addHeaderObject(
                    "Retry-After", new Header().description("In seconds").schema(new IntegerSchema()));
        }
        operation.getResponses().addApiResponse(code, answer);
    }

    static ApiResponse problemAnswer(String meaning) {
        return new ApiResponse()
                .description(meaning)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        return new JsonSchema()
                .typesItem("object")
                .description("Why something was not done (RFC 9457)")
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What is wrong and what to do, for people"))
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("field", new StringSchema().description("The field or parameter it is about"));
    }
}
