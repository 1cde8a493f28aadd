package dev.postern.common.service.pages;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The page layout, for services that show pages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SpringTemplateEngine.class)
@EnableConfigurationProperties(Navigation.class)
public class Pages {

    @Bean
    PageFrameAdvice pageFrameAdvice(Navigation navigation) {
        return new PageFrameAdvice(navigation);
    }
}
