package dev.postern.common.service.login;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Lets nobody but signed-in operators see a service's pages.
 *
 * <p>The accounts are those of {@code operator_view.operator}, or of the service's own {@link UserDetailsService}. A
 * service that also has an API puts a chain of its own with a {@code securityMatcher} and an {@link Order} before this
 * one, which takes every request that is left.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({SecurityFilterChain.class, SpringTemplateEngine.class})
public class OperatorLogin {

    private static final String LOGIN = "/login";
    private static final String[] OPEN_TO_ALL = {
        LOGIN, "/error", "/favicon.ico", "/language", "/postern/**", "/webjars/**"
    };

    /** Health and metrics are asked by machines, on a port that nothing outside the container networks reaches. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain managementChain(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** A form, for services that have no sign-in of their own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(name = "operatorChain")
    static class ByPassword {

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        SecurityFilterChain operatorChain(HttpSecurity http, UserDetailsService accounts, MeterRegistry metrics) {
            var failures = new FailedLogins(InstantSource.system());
            var remembered = PageRequests.rememberedForLogin();
            return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_TO_ALL)
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    // A manager without a parent: what is refused here, Spring Boot's default manager must not try
                    // again.
                    .authenticationManager(new ProviderManager(new OperatorAuthentication(accounts, failures, metrics)))
                    .formLogin(form -> form.loginPage(LOGIN)
                            .successHandler(PageRequests.returnToRememberedPage(remembered))
                            .failureHandler(new LoginFailureRedirect(LOGIN)))
                    .logout(logout -> logout.logoutSuccessUrl(LOGIN + "?signedout"))
                    .requestCache(cache -> cache.requestCache(remembered))
                    .exceptionHandling(failure -> failure.defaultAuthenticationEntryPointFor(
                            PageRequests.leaveFragmentFor(LOGIN), PageRequests::isFragment))
                    .addFilterBefore(new RevokedOperatorFilter(accounts), AuthorizationFilter.class)
                    .headers(BrowserRules::apply)
                    .build();
        }

        @Bean
        LoginController loginController() {
            return new LoginController();
        }

        /** The accounts that admin-api keeps. */
        @Configuration(proxyBeanMethods = false)
        @ConditionalOnClass(JdbcClient.class)
        @ConditionalOnBean(JdbcClient.class)
        @ConditionalOnMissingBean(UserDetailsService.class)
        static class AccountsInDatabase {

            @Bean
            OperatorAccounts operatorAccounts(JdbcClient jdbc) {
                return new OperatorAccounts(jdbc);
            }
        }
    }
}
