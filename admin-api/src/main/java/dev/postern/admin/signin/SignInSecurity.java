package dev.postern.admin.signin;

import static dev.postern.admin.identity.SignedIn.Standing.OPERATOR;
import static dev.postern.admin.identity.SignedIn.Standing.OPERATOR_WITHOUT_SECOND_FACTOR;

import dev.postern.admin.identity.SignedIn;
import dev.postern.admin.sessions.FormTokens;
import dev.postern.admin.sessions.SessionContexts;
import dev.postern.admin.sessions.Sessions;
import dev.postern.admin.sessions.Standings;
import dev.postern.common.service.login.BrowserRules;
import dev.postern.common.service.login.FailedLogins;
import dev.postern.common.service.login.PageRequests;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Lets nobody but signed-in operators see this service's pages; it takes every request that no other chain takes. */
@Configuration(proxyBeanMethods = false)
class SignInSecurity {

    private static final String LOGIN = "/login";
    private static final String ACCOUNT = "/account";
    private static final String[] OPEN_TO_ALL = {
        LOGIN, LOGIN + "/**", "/error", "/favicon.ico", "/language", "/postern/**", "/admin/**", "/webjars/**"
    };

    @Bean
    FailedLogins failedLogins(InstantSource clock) {
        return new FailedLogins(clock);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain operatorChain(HttpSecurity http, Sessions sessions, Standings standings, Entrance entrance) {
        var contexts = new SessionContexts(sessions, entrance.cookie(), standings);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_TO_ALL)
                        .permitAll()
                        .requestMatchers(ACCOUNT, ACCOUNT + "/**")
                        .hasAnyRole(OPERATOR.name(), OPERATOR_WITHOUT_SECOND_FACTOR.name())
                        .anyRequest()
                        .hasRole(OPERATOR.name()))
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens(entrance.cookie())))
                .requestCache(cache -> cache.requestCache(entrance.remembered()))
                .logout(logout -> logout.addLogoutHandler(new EndSession(sessions, entrance.cookie()))
                        .logoutSuccessUrl(LOGIN + "?signedout"))
                // The first one is also for programs, which get a 401.
                .exceptionHandling(failure -> failure.defaultAuthenticationEntryPointFor(
                                PageRequests.leaveFragmentFor(LOGIN), PageRequests::isFragment)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LOGIN), pagesForPeople())
                        .accessDeniedHandler(leadToSetUp()))
                .headers(BrowserRules::apply)
                .build();
    }

    private static RequestMatcher pagesForPeople() {
        var pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return pages;
    }

    /** Whoever lacks nothing but the second factor gets to where he sets it up. */
    private static AccessDeniedHandler leadToSetUp() {
        return (request, response, denied) -> {
            var waiting = SignedIn.in(SecurityContextHolder.getContext().getAuthentication())
                    .filter(somebody -> somebody.standing() == OPERATOR_WITHOUT_SECOND_FACTOR)
                    .isPresent();
            if (waiting && request.getMethod().equals("GET")) {
                response.sendRedirect(ACCOUNT + "?required");
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        };
    }
}
