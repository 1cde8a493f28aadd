package dev.postern.common.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ApiTokenTest {

    private final ApiToken token = new ApiToken("f00d");
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @ParameterizedTest
    @ValueSource(strings = {"Bearer f00d", "bearer f00d", "Bearer  f00d "})
    void takesItInTheSchemeOfRfc6750(String authorization) {
        request.addHeader("Authorization", authorization);

        assertThat(token.isIn(request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer f00", "Bearer f00d0", "Bearer F00D", "Bearer", "Bearer ", "Basic f00d", "f00d", ""})
    void takesNothingElse(String authorization) {
        request.addHeader("Authorization", authorization);

        assertThat(token.isIn(request)).isFalse();
    }

    @Test
    void missesIt() {
        assertThat(token.isIn(request)).isFalse();
    }
}
