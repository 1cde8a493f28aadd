package dev.postern.admin.clients;

import dev.postern.common.service.login.BrowserRules;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Opens what mail programs ask for to everybody: it is public, and they ask before anybody has logged in. */
@Configuration(proxyBeanMethods = false)
class ClientsConfiguration {

    private static final int BEFORE_THE_PAGES = 1;

    private static final String[] PUBLIC = {
        "/clients",
        "/clients/**",
        "/.well-known/autoconfig/**",
        "/mail/config-v1.1.xml",
        "/autodiscover/**",
        "/Autodiscover/**",
        "/AutoDiscover/**"
    };

    @Bean
    @Order(BEFORE_THE_PAGES)
    SecurityFilterChain clientsChain(HttpSecurity http) {
        return http.securityMatcher(PUBLIC)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // Nobody is known here and nothing changes, so there is nothing to forge.
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(BrowserRules::apply)
                .build();
    }

    @Bean
    ClientProfiles clientProfiles(ClientSettings settings) {
        return new ClientProfiles(settings, SigningFiles.signer(settings, Instant.now()));
    }
}
