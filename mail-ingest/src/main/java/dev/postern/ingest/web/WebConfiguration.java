package dev.postern.ingest.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

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
    SecurityFilterChain apiChain() {
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher(PortSeparation.API));
    }
}
