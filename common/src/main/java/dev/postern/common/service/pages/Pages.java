package dev.postern.common.service.pages;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The page layout, for services that show pages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SpringTemplateEngine.class)
@EnableConfigurationProperties(Navigation.class)
public class Pages {

    @Bean
    PageFrameAdvice pageFrameAdvice(Navigation navigation, Languages languages, ObjectProvider<SiteMap> siteMap) {
        return new PageFrameAdvice(navigation, languages, siteMap.getIfAvailable(() -> List::of));
    }

    @Bean(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
    Languages languages(Navigation navigation) {
        return new Languages(navigation.languages());
    }

    @Bean
    LanguageController languageController(Languages languages) {
        return new LanguageController(languages);
    }
}
