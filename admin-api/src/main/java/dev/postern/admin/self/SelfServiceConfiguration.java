package dev.postern.admin.self;

import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.passwords.PasswordHashing;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SelfServiceConfiguration {

    @Bean
    ChangeOwnPassword changeOwnPassword(Mailboxes mailboxes, PasswordHashing hashing, SelfServiceSettings settings) {
        return new ChangeOwnPassword(mailboxes, hashing, new WrongPasswords(settings, InstantSource.system()));
    }
}
