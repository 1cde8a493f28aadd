package dev.postern.admin.apppasswords;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHashing;
import org.springframework.stereotype.Service;

/** Whether a password is one of a mailbox's app passwords, found as Dovecot finds it. */
@Service
public class AppPasswordCheck {

    private final AppPasswords appPasswords;
    private final PasswordHashing hashing;

    AppPasswordCheck(AppPasswords appPasswords, PasswordHashing hashing) {
        this.appPasswords = appPasswords;
        this.hashing = hashing;
    }

    public boolean apply(HostedAddress mailbox, Password password) {
        var text = password.text();
        return text.length() > AppPassword.ID_LENGTH
                && appPasswords
                        .hashOf(mailbox, text.substring(0, AppPassword.ID_LENGTH))
                        .filter(hash -> hashing.matches(password, hash))
                        .isPresent();
    }
}
