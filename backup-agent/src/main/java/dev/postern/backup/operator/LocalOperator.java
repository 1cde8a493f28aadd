package dev.postern.backup.operator;

import dev.postern.common.service.SecretFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * One operator, whose password is a secret of this container: whoever looks here may have lost everything else, the
 * database with the operators' accounts included.
 */
@Configuration(proxyBeanMethods = false)
class LocalOperator {

    @Bean
    @Profile("!training")
    UserDetailsService operator(OperatorSettings settings) {
        var password =
                Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(SecretFile.read(settings.passwordFile()));
        return new InMemoryUserDetailsManager(User.withUsername(settings.name())
                .password(password)
                .roles("OPERATOR")
                .build());
    }

    /** The training run of the AOT cache has no secrets, and nobody signs in there. */
    @Bean
    @Profile("training")
    UserDetailsService nobody() {
        return new InMemoryUserDetailsManager();
    }
}
