package dev.postern.ingest.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    FilterRegistrationBean<PortSeparation> portSeparation(Listeners listeners) {
        var registration = new FilterRegistrationBean<>(new PortSeparation(listeners));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** The API has its own way of telling friend from foe: no session, no form token, no log-in, nothing for a browser. */
    @Bean
    @Order(0)
    SecurityFilterChain apiChain(HttpSecurity http) {
        return http.securityMatcher(PortSeparation.API)
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> anonymous.disable())
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.disable())
                .sessionManagement(session -> session.disable())
                .servletApi(servlet -> servlet.disable())
                .build();
    }
}
