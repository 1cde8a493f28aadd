package dev.postern.admin.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/** Says of each operation that honours {@code If-Match} that it does. */
final class IfMatchDescription implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == IfMatch.class)) {
            operation.addParametersItem(new HeaderParameter()
                    .name(HttpHeaders.IF_MATCH)
                    .description(
                            "The ETag of what the change was thought out with. If it was changed meanwhile, the answer"
                                    + " is 412 with how it is now.")
                    .schema(new StringSchema().example("\"3\"")));
            operation
                    .getResponses()
                    .addApiResponse("412", ProblemDescriptions.problemAnswer("It was changed meanwhile"));
        }
        return operation;
    }
}
