package dev.postern.common.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.service.api.ApiAccess;
import dev.postern.common.service.api.TokenApi;
import dev.postern.common.service.login.OperatorLogin;
import dev.postern.common.service.pages.Pages;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.web.SecurityFilterChain;

class PosternAutoConfigurationTest {

    private final WebApplicationContextRunner service =
            new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(PosternAutoConfiguration.class));

    @Test
    void leavesAServiceWithoutPagesAlone() {
        service.withClassLoader(new FilteredClassLoader("org.thymeleaf", "org.springframework.security"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Pages.class)
                        .doesNotHaveBean(OperatorLogin.class));
    }

    @Test
    void givesPagesWithoutALogin() {
        service.withClassLoader(new FilteredClassLoader("org.springframework.security"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Pages.class)
                        .doesNotHaveBean(OperatorLogin.class));
    }

    @Test
    void givesNobodyAnApiUnasked() {
        service.withClassLoader(new FilteredClassLoader("org.thymeleaf"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TokenApi.class));
    }

    @Test
    void readsNoTokenInATrainingRun() {
        service.withClassLoader(new FilteredClassLoader("org.thymeleaf"))
                .withPropertyValues("spring.profiles.active=training")
                .withBean(ApiAccess.class, () -> () -> Path.of("there", "is", "none"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(TokenApi.class)
                        .doesNotHaveBean(SecurityFilterChain.class));
    }
}
