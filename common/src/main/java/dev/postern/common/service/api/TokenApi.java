package dev.postern.common.service.api;

import dev.postern.common.service.SecretFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens {@code /api} to whoever has the token, and to nobody else.
 *
 * <p>For services that have an {@link ApiAccess}; the others keep what they have, an API with accounts of its own for
 * example.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SecurityFilterChain.class)
@ConditionalOnBean(ApiAccess.class)
public class TokenApi {

    private static final int BEFORE_THE_PAGES = 0;

    /** Not in the training run of the AOT cache, which has no secrets. */
    @Bean
    @Profile("!training")
    @Order(BEFORE_THE_PAGES)
    SecurityFilterChain apiChain(HttpSecurity http, ApiAccess access, JsonMapper json) {
        var token = new ApiToken(SecretFile.read(access.tokenFile()));
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((_, call) -> new AuthorizationDecision(token.isIn(call.getRequest()))))
                // A token is sent on purpose, never by a browser of its own accord, so there is nothing to forge.
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(
                        failure -> failure.authenticationEntryPoint((_, response, _) -> askForToken(response, json)))
                .build();
    }

    @Bean
    ApiProblems apiProblems() {
        return new ApiProblems();
    }

    private static void askForToken(HttpServletResponse response, JsonMapper json) throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED,
                "A valid token is needed: send 'Authorization: Bearer …' with the content of the secret admin_token.");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"postern\"");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
