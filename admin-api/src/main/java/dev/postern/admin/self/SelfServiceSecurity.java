package dev.postern.admin.self;

import dev.postern.admin.web.ProblemKind;
import dev.postern.admin.web.ProblemWriter;
import dev.postern.common.service.login.BrowserRules;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The owners' part of this service, apart from that of the operators: neither opens the other. */
@Configuration(proxyBeanMethods = false)
class SelfServiceSecurity {

    private static final int BEFORE_THE_API = -2;
    private static final String[] OPEN_TO_ALL = {"/self/login", "/self/login/**", "/self/language"};

    /** The token is in a cookie, since there is no session before the sign-in that it has to protect, too. */
    @Bean
    CookieCsrfTokenRepository ownerCsrf() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName("__Host-postern-self-csrf");
        repository.setCookiePath("/");
        repository.setCookieCustomizer(
                cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax"));
        return repository;
    }

    @Bean
    @Order(BEFORE_THE_API)
    SecurityFilterChain ownerPages(
            HttpSecurity http,
            CookieCsrfTokenRepository ownerCsrf,
            OwnerSessions sessions,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        return http.securityMatcher("/self", "/self/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_TO_ALL)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(ownerCsrf))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new OwnerPageFilter(sessions, failures), AuthorizationFilter.class)
                .exceptionHandling(failure -> failure.authenticationEntryPoint(leadToSignIn()))
                .headers(BrowserRules::apply)
                .build();
    }

    @Bean
    @Order(BEFORE_THE_API)
    SecurityFilterChain ownerApi(
            HttpSecurity http,
            OwnerCheck owners,
            OwnerFactors factors,
            OwnerSessions sessions,
            ProblemWriter problems,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        return http.securityMatcher("/api/v1/self", "/api/v1/self/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/v1/self/sessions")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // Neither a password nor a session is sent to the API as a cookie. See the filter for what browsers
                // remember.
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(
                        new OwnerApiFilter(owners, factors, sessions, problems, failures), AuthorizationFilter.class)
                .exceptionHandling(failure -> failure.authenticationEntryPoint(askWhoItIs(problems)))
                .build();
    }

    private static AuthenticationEntryPoint leadToSignIn() {
        return (request, response, _) -> {
            var place = HttpMethod.GET.matches(request.getMethod()) ? OwnPlace.of(request) : OwnPlace.HOME;
            if (request.getHeader("HX-Request") == null) {
                response.sendRedirect(place.after(OwnPlace.LOGIN));
            } else {
                response.setHeader("HX-Redirect", OwnPlace.LOGIN);
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
        };
    }

    private static AuthenticationEntryPoint askWhoItIs(ProblemWriter problems) {
        return (request, response, _) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"postern\", charset=\"UTF-8\"");
            problems.write(
                    ProblemKind.UNAUTHENTICATED.saying("The address or the present password is wrong."),
                    request,
                    response);
        };
    }
}
