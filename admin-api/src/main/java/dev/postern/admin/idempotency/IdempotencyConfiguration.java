package dev.postern.admin.idempotency;

import dev.postern.admin.web.ProblemWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IdempotencyConfiguration {

    /** Comes after the limits, which come after it is known who calls. */
    private static final int AFTER_THE_LIMITS = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            RunOnce runOnce,
            IdempotentRequests requests,
            ProblemWriter problems,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver exceptions,
            JsonMapper json) {
        var registration =
                new FilterRegistrationBean<>(new IdempotencyFilter(runOnce, requests, problems, exceptions, json));
        registration.setOrder(AFTER_THE_LIMITS);
        registration.addUrlPatterns("/api/*");
        return registration;
    }
}
