package dev.postern.admin.tokens;

import dev.postern.admin.web.ProblemWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may call the API: whoever has a token. What describes it is for everybody. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    static final String DESCRIPTION = "/api/v1/openapi.json";
    static final String PROBLEMS = "/api/v1/problems/**";

    private static final int BEFORE_THE_PAGES = 0;

    @Bean
    @Order(BEFORE_THE_PAGES)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            TokenCheck tokens,
            ProblemWriter writer,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(DESCRIPTION, PROBLEMS)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new BearerTokenFilter(tokens, problems), AuthorizationFilter.class)
                // A token is sent on purpose, never by a browser of its own accord, so there is nothing to forge.
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(failure -> failure.authenticationEntryPoint(new TokenRefusal(writer)))
                .build();
    }
}
