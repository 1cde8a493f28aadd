package dev.postern.admin.self;

import dev.postern.admin.apppasswords.AppPasswordCheck;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.mailboxes.RenewPasswordHash;
import dev.postern.admin.passwords.PasswordHashing;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class SelfServiceConfiguration implements WebMvcConfigurer {

    @Bean
    OwnerCheck ownerCheck(
            Mailboxes mailboxes,
            AppPasswordCheck appPasswords,
            PasswordHashing hashing,
            RenewPasswordHash renew,
            SelfServiceSettings settings,
            InstantSource clock) {
        return new OwnerCheck(mailboxes, appPasswords, hashing, renew, new WrongPasswords(settings, clock));
    }

    @Bean
    SignIn signIn(
            OwnerCheck owners,
            OwnerFactors factors,
            OwnerSessions sessions,
            Mailboxes mailboxes,
            SelfServiceSettings settings,
            InstantSource clock) {
        return new SignIn(
                owners, factors, new WrongPasswords(settings, clock), new PendingSignIns(clock), sessions, mailboxes);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new OwnerArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new StandingInterceptor()).addPathPatterns("/self/**", "/api/v1/self/**");
    }
}
