package dev.postern.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@AdminApiTest
class EndpointsIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void everyEndpointSaysWhomItIsFor() {
        assertThat(routes.getHandlerMethods().values())
                .filteredOn(method -> method.getBeanType().getName().startsWith("dev.postern.admin."))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(EndpointRule.of(method)).isPresent());
    }
}
