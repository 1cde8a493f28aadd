package dev.postern.admin.operators;

import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.passwords.PasswordRule;
import dev.postern.common.service.SecretFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Sees to it, at each start, that the operator of the secret file can sign in. */
@Component
class FirstOperator implements ApplicationRunner {

    static final String USERNAME = "operator";

    private static final Logger log = LoggerFactory.getLogger(FirstOperator.class);

    private final Operators operators;
    private final PasswordHashing hashing;
    private final OperatorSettings settings;

    FirstOperator(Operators operators, PasswordHashing hashing, OperatorSettings settings) {
        this.operators = operators;
        this.hashing = hashing;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var password = new Password(SecretFile.read(settings.passwordFile()));
        PasswordRule.complaint(password, USERNAME).ifPresent(complaint -> {
            throw new IllegalStateException("%s: %s Write a better one into the file and start again."
                    .formatted(settings.passwordFile(), complaint));
        });
        var known = operators.passwordOf(USERNAME);
        if (known.isEmpty() || !hashing.matches(password, known.get())) {
            operators.save(USERNAME, hashing.hash(password));
            log.info("The password of '{}' is now that of {}", USERNAME, settings.passwordFile());
        }
    }
}
