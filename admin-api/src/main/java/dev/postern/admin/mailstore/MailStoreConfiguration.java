package dev.postern.admin.mailstore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class MailStoreConfiguration {

    @Bean
    Doveadm doveadm(MailStoreSettings settings) {
        return new Doveadm(settings, JsonMapper.shared());
    }

    @Bean
    MailStore mailStore(Doveadm doveadm, MailStoreSettings settings) {
        return new DoveadmMailStore(doveadm, settings);
    }
}
