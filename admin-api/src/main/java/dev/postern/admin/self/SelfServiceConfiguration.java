package dev.postern.admin.self;

import dev.postern.admin.apppasswords.AppPasswordCheck;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.mailboxes.RenewPasswordHash;
import dev.postern.admin.passwords.PasswordHashing;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SelfServiceConfiguration {

    @Bean
    OwnerCheck ownerCheck(
            Mailboxes mailboxes,
            AppPasswordCheck appPasswords,
            PasswordHashing hashing,
            RenewPasswordHash renew,
            SelfServiceSettings settings) {
        return new OwnerCheck(
                mailboxes, appPasswords, hashing, renew, new WrongPasswords(settings, InstantSource.system()));
    }

    @Bean
    ChangeOwnPassword changeOwnPassword(OwnerCheck owner, StoreOwnPassword store, PasswordHashing hashing) {
        return new ChangeOwnPassword(owner, store, hashing);
    }

    @Bean
    ListOwnAddresses listOwnAddresses(OwnerCheck owner, SenderAddresses senders) {
        return new ListOwnAddresses(owner, senders);
    }
}
