package dev.postern.common.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.service.login.OperatorLogin;
import dev.postern.common.service.pages.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

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
}
