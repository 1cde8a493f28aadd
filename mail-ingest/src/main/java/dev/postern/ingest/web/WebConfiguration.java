package dev.postern.ingest.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    FilterRegistrationBean<PortSeparation> portSeparation(Listeners listeners) {
        var registration = new FilterRegistrationBean<>(new PortSeparation(listeners));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /**
     * The APIs have their own way of telling friend from foe, a signature or a network without strangers: no session, no form
     * token, no log-in, nothing for a browser.
     */
    @Bean
    @Order(-1)
    SecurityFilterChain machinesChain() {
        return new DefaultSecurityFilterChain(
                request -> Audience.EDGE.has(request.getRequestURI()) || Audience.FILTER.has(request.getRequestURI()));
    }
}
