package dev.postern.common.service;

import dev.postern.common.service.api.TokenApi;
import dev.postern.common.service.login.OperatorLogin;
import dev.postern.common.service.pages.Pages;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** Gives a service its pages, its log-in and its API's token, as far as it has the libraries for them and asks. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        },
        beforeName = {
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration"
        })
@Import({Pages.class, OperatorLogin.class, TokenApi.class})
class PosternAutoConfiguration {}
