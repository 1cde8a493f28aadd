package dev.postern.admin.self;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says of each operation of self-service how its owner shows that he is it. */
@Component
class OwnerDescription implements OperationCustomizer {

    static final String PASSWORD = "mailbox";
    static final String SESSION = "session";

    OwnerDescription() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Owner.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (Arrays.stream(handler.getMethodParameters()).anyMatch(one -> one.getParameterType() == Owner.class)) {
            operation.setSecurity(
                    List.of(new SecurityRequirement().addList(PASSWORD), new SecurityRequirement().addList(SESSION)));
        }
        return operation;
    }
}
