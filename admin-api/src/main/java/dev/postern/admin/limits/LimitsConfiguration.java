package dev.postern.admin.limits;

import dev.postern.admin.web.ProblemWriter;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    private static final int BEFORE_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1;
    private static final int AFTER_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    RateLimits rateLimits(LimitSettings settings) {
        return new RateLimits(settings, TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    FilterRegistrationBean<RefusedCallerFilter> refusedCallers(RateLimits limits, ProblemWriter problems) {
        return filter(new RefusedCallerFilter(limits, problems), BEFORE_SECURITY, "/api/*");
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimit(RateLimits limits, ProblemWriter problems) {
        return filter(new RateLimitFilter(limits, problems), AFTER_SECURITY, "/*");
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(LimitSettings settings, ProblemWriter problems) {
        return filter(new BodyLimitFilter(settings, problems), AFTER_SECURITY + 1, "/api/*");
    }

    private static <F extends Filter> FilterRegistrationBean<F> filter(F filter, int order, String paths) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(paths);
        return registration;
    }
}
