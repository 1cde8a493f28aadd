package dev.postern.admin.account;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration implements WebMvcConfigurer {

    private final Freshness freshness;

    AccountConfiguration(Freshness freshness) {
        this.freshness = freshness;
    }

    /** To look and to end sessions is always possible. */
    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(freshness)
                .addPathPatterns("/account/**")
                .excludePathPatterns("/account", "/account/sessions/**");
    }
}
